package dev.safelight.server.http;

import dev.safelight.core.access.Accounts;
import dev.safelight.core.access.KeyText;
import dev.safelight.core.access.Principal;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/** Finds out who is calling: {@code Authorization: Bearer} or {@code x-api-key}. */
final class Keys {
    private static final String BEARER = "bearer ";
    private static final String HOW =
            "Send your key in the header 'Authorization: Bearer <key>' or 'x-api-key: <key>'.";
    private final Accounts accounts;

    Keys(Accounts accounts) {
        this.accounts = accounts;
    }

    Principal holder(HttpFields headers) {
        String given = given(headers);
        if (given == null || given.isEmpty())
            throw refused(ProblemCode.MISSING_KEY, "No API key was sent. " + HOW);
        var key = new KeyText(given);
        if (!key.isAcceptable())
            throw refused(ProblemCode.INVALID_KEY, "This is no API key. " + HOW);
        var holder = accounts.find(key);
        if (holder.isPresent()) return holder.get();
        throw refused(
                ProblemCode.INVALID_KEY,
                key.isMistyped()
                        ? "The API key is mistyped or cut off: its checksum does not match."
                        : "The API key is unknown or revoked.");
    }

    private static @Nullable String given(HttpFields headers) {
        String authorization = headers.get(HttpHeader.AUTHORIZATION);
        if (authorization == null) {
            String key = headers.get("x-api-key");
            return key == null ? null : key.strip();
        }
        if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length()))
            throw refused(ProblemCode.INVALID_KEY, "Authorization must be 'Bearer <key>'.");
        return authorization.substring(BEARER.length()).strip();
    }

    private static Refusal refused(ProblemCode code, String detail) {
        return new Refusal(Problem.of(code, detail).with("WWW-Authenticate", "Bearer"));
    }
}
