package dev.safelight.server.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import dev.safelight.core.access.Accounts;
import dev.safelight.core.access.KeyDigest;
import dev.safelight.core.access.KeyText;
import dev.safelight.server.http.face.Holder;
import dev.safelight.server.http.face.KeyOrder;
import dev.safelight.server.http.problem.Problem;
import dev.safelight.server.http.problem.ProblemCode;
import dev.safelight.server.http.problem.Refusal;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;

/** Finds out who is calling: {@code Authorization: Bearer} or {@code x-api-key}. */
final class Authenticator {
    private static final String BEARER = "bearer";
    private static final String HOW =
            "Send your key in the header 'Authorization: Bearer <key>' or 'x-api-key: <key>'.";
    private static final int MOST_KNOWN = 1_000;
    private final Accounts accounts;
    private final InstantSource clock;

    /**
     * Saves the digests of keys in use. Whom they stand for is asked with each call, so that a key
     * dies for all calls after the commit that revokes it.
     */
    private final Cache<String, KeyDigest> digests;

    Authenticator(Accounts accounts, InstantSource clock) {
        this.accounts = accounts;
        this.clock = clock;
        digests = Caffeine.newBuilder()
                .maximumSize(MOST_KNOWN)
                .executor(Runnable::run)
                .build();
    }

    Holder holder(HttpFields headers, KeyOrder order) {
        String given = given(headers, order);
        if (given == null || given.isEmpty())
            throw refused(ProblemCode.MISSING_KEY, "No API key was sent. " + HOW);
        KeyDigest busy = digests.getIfPresent(given);
        return busy == null ? find(given) : holder(busy).orElseThrow(Authenticator::dead);
    }

    private Holder find(String given) {
        var key = new KeyText(given);
        if (!key.isAcceptable())
            throw refused(ProblemCode.INVALID_KEY, "This is no API key. " + HOW);
        var digest = key.digest();
        var holder = holder(digest);
        if (holder.isPresent()) {
            digests.put(given, digest);
            return holder.get();
        }
        if (!key.isMistyped()) throw dead();
        throw refused(
                ProblemCode.INVALID_KEY,
                "The API key is mistyped or cut off: its checksum does not match.");
    }

    private Optional<Holder> holder(KeyDigest digest) {
        return accounts.find(digest, clock.instant()).map(who -> new Holder(who, digest));
    }

    /** What the holder of a text that is nobody's is told, and of one that has died meanwhile. */
    static Refusal dead() {
        return refused(ProblemCode.INVALID_KEY, "The API key is unknown or revoked.");
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
