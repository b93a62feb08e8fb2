package dev.safelight.server.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import dev.safelight.core.access.Accounts;
import dev.safelight.core.access.KeyText;
import dev.safelight.core.access.Principal;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/** Finds out who is calling: {@code Authorization: Bearer} or {@code x-api-key}. */
final class Authenticator {
    private static final String BEARER = "bearer";
    private static final String HOW =
            "Send your key in the header 'Authorization: Bearer <key>' or 'x-api-key: <key>'.";
    private static final int MOST_KNOWN = 1_000;
    private static final Duration KNOWN_FOR = Duration.ofSeconds(2);
    private final Accounts accounts;

    /** Saves the digest of a key in use; forgotten after 2 s, so that a revoked key ends soon. */
    private final Cache<String, Principal> known;

    Authenticator(Accounts accounts, InstantSource clock) {
        this.accounts = accounts;
        known = Caffeine.newBuilder()
                .maximumSize(MOST_KNOWN)
                .expireAfterWrite(KNOWN_FOR)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(Runnable::run)
                .build();
    }

    Principal holder(HttpFields headers, KeyOrder order) {
        String given = given(headers, order);
        if (given == null || given.isEmpty())
            throw refused(ProblemCode.MISSING_KEY, "No API key was sent. " + HOW);
        Principal busy = known.getIfPresent(given);
        return busy == null ? find(given) : busy;
    }

    private Principal find(String given) {
        var key = new KeyText(given);
        if (!key.isAcceptable())
            throw refused(ProblemCode.INVALID_KEY, "This is no API key. " + HOW);
        var holder = accounts.find(key);
        if (holder.isPresent()) {
            known.put(given, holder.get());
            return holder.get();
        }
        throw refused(
                ProblemCode.INVALID_KEY,
                key.isMistyped()
                        ? "The API key is mistyped or cut off: its checksum does not match."
                        : "The API key is unknown or revoked.");
    }

    /** Shells send UTF-8, in which a byte order mark or a hard blank around a key comes. */
    private static String text(String sent) {
        if (isAscii(sent)) return KeyText.given(sent).text();
        byte[] bytes = sent.getBytes(StandardCharsets.ISO_8859_1);
        return KeyText.given(new String(bytes, StandardCharsets.UTF_8)).text();
    }

    private static @Nullable String given(HttpFields headers, KeyOrder order) {
        String authorization = headers.get(HttpHeader.AUTHORIZATION);
        String key = headers.get("x-api-key");
        if (key != null && (authorization == null || order == KeyOrder.API_KEY_FIRST))
            return text(key);
        return authorization == null ? null : bearer(authorization);
    }

    private static String bearer(String authorization) {
        boolean bearer = authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
        String rest = bearer ? authorization.substring(BEARER.length()) : "";
        boolean apart = rest.isEmpty() || rest.charAt(0) == ' ' || rest.charAt(0) == '\t';
        if (!bearer || !apart)
            throw refused(ProblemCode.INVALID_KEY, "Authorization must be 'Bearer <key>'.");
        return text(rest);
    }

    private static boolean isAscii(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) > 127) return false;
        }
        return true;
    }

    private static Refusal refused(ProblemCode code, String detail) {
        return new Refusal(Problem.of(code, detail).with("WWW-Authenticate", "Bearer"));
    }
}
