package dev.safelight.server.http;

import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.problem.Problem;
import dev.safelight.server.http.problem.ProblemCode;
import dev.safelight.server.http.problem.Refusal;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which web pages of other origins may call, and read every answer, refusals too. A page shows its
 * own key: credentials that a browser holds, as cookies, are never allowed along. Nobody is allowed
 * unless the operator says so.
 */
public final class Cors {
    /** No page of another origin. */
    public static final Cors OFF = new Cors(Set.of());

    private static final String ANY = "*";
    private static final Pattern ORIGIN =
            Pattern.compile("([a-z][a-z0-9+.-]*)://([a-z0-9._-]+|\\[[0-9a-f:.]+])(?::(\\d{1,5}))?");

    /** Possessive, as a group that may be tried again takes a part of the stack for each token. */
    private static final Pattern TOKENS = Pattern.compile(
            "[A-Za-z0-9!#$%&'*+.^_`|~-]++" + "(?:[ \\t]*+,[ \\t]*+[A-Za-z0-9!#$%&'*+.^_`|~-]++)*+");

    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String SHOWN = "x-request-id, Retry-After, RateLimit, RateLimit-Policy,"
            + " X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset,"
            + " X-Quota-Remaining-Credits, Idempotent-Replayed, Preference-Applied, ETag,"
            + " Stream-Next-Offset, Stream-Up-To-Date, Stream-Cursor";

    /** How long a browser need not ask again; what the operator takes back ends no later. */
    private static final String ASK_AGAIN_SECONDS = "600";

    private static final Problem NOT_ALLOWED = Problem.of(
            ProblemCode.ORIGIN_NOT_ALLOWED,
            "Pages of this origin may not call here. The operator can allow it with --cors.");

    private final Set<String> origins;

    private Cors(Set<String> origins) {
        this.origins = origins;
    }

    /** Allows origins that {@link #origin} gave. */
    public static Cors of(Collection<String> origins) {
        return origins.isEmpty() ? OFF : new Cors(Set.copyOf(origins));
    }

    /**
     * An origin as browsers send it, or {@code *} for any page; empty for what is none. The case,
     * a slash at the end and the scheme's usual port make no difference.
     */
    public static Optional<String> origin(String written) {
        if (written.equals(ANY)) return Optional.of(ANY);
        Matcher parts = ORIGIN.matcher(written.toLowerCase(Locale.ROOT).replaceFirst("/$", ""));
        if (!parts.matches()) return Optional.empty();
        String bare = parts.group(1) + "://" + parts.group(2);
        String port = parts.group(3);
        if (port == null || port.equals(usualPort(parts.group(1)))) return Optional.of(bare);
        return Integer.parseInt(port) > 65_535 ? Optional.empty() : Optional.of(bare + ":" + port);
    }

    private static String usualPort(String scheme) {
        return switch (scheme) {
            case "http" -> "80";
            case "https" -> "443";
            default -> "";
        };
    }

    /** As the operator would write it. */
    @Override
    public String toString() {
        return origins.stream().sorted().collect(Collectors.joining(", "));
    }

    /** Whether a browser asks whether a page may call; with CORS off it is no such thing. */
    boolean isPreflight(String method, HttpFields asked) {
        return !origins.isEmpty()
                && method.equals("OPTIONS")
                && asked.contains(HttpHeader.ORIGIN)
                && asked.contains("Access-Control-Request-Method");
    }

    /**
     * What a browser is told before a page's call. It holds for every path: what is wrong with the
     * call itself is then told in an answer that the page can read.
     */
    Answer.Text preflight(HttpFields asked) {
        if (allowed(asked) == null) throw new Refusal(NOT_ALLOWED);
        var answer = new Answer.Text(204, "", new byte[0], List.of())
                .with("Access-Control-Allow-Methods", METHODS)
                .with("Access-Control-Max-Age", ASK_AGAIN_SECONDS);
        String headers = asked.get("Access-Control-Request-Headers");
        if (headers == null || !TOKENS.matcher(headers.strip()).matches()) return answer;
        return answer.with("Access-Control-Allow-Headers", headers.strip());
    }

    /** Lets the page that asked read the answer. */
    void writeTo(HttpFields.Mutable answer, HttpFields asked) {
        if (origins.isEmpty()) return;
        // An answer is kept by caches for the one origin that it names.
        if (!origins.contains(ANY)) answer.put(HttpHeader.VARY, "Origin");
        String origin = allowed(asked);
        if (origin == null) return;
        answer.put("Access-Control-Allow-Origin", origin);
        answer.put("Access-Control-Expose-Headers", SHOWN);
    }

    /** Where every page may read, it reads what was too malformed to say where it is from. */
    private @Nullable String allowed(HttpFields asked) {
        if (origins.contains(ANY)) return ANY;
        String origin = asked.get(HttpHeader.ORIGIN);
        if (origin == null) return null;
        return origins.contains(origin) ? origin : null;
    }
}
