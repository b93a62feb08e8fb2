package dev.safelight.server.http.body;

import dev.safelight.server.http.problem.ProblemCode;
import dev.safelight.server.http.problem.Refusal;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/** Says whether a body may be JSON by its content type. */
public final class MediaTypes {
    private static final String MEND =
            "Send JSON with the header 'Content-Type: application/json' (curl: add -H).";

    private MediaTypes() {}

    /** None at all is taken for JSON: the parser decides. */
    public static void mustBeJson(@Nullable String contentType) {
        if (contentType == null || contentType.equals("application/json")) return;
        String[] parts = contentType.toLowerCase(Locale.ROOT).split(";", -1);
        String type = parts[0].strip();
        if (!type.equals("application/json") && !type.matches("[a-z]+/[a-z0-9.!#$&^_-]+\\+json"))
            throw refused("The body is declared as something else than JSON. " + MEND);
        for (int at = 1; at < parts.length; at++) {
            String parameter = parts[at].strip().replace("\"", "");
            if (parameter.startsWith("charset=") && !parameter.equals("charset=utf-8"))
                throw refused("Only UTF-8 is read. " + MEND);
        }
    }

    /** Compressed bodies are not read: a short one may stand for a very long one. */
    public static void mustBePlain(@Nullable String contentEncoding) {
        if (contentEncoding == null || contentEncoding.equalsIgnoreCase("identity")) return;
        throw refused("Compressed bodies are not read; send it without Content-Encoding.");
    }

    private static Refusal refused(String detail) {
        return new Refusal(ProblemCode.UNSUPPORTED_MEDIA_TYPE, detail);
    }
}
