package dev.safelight.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Verifies what arrives as a receiver would, with nothing of the product. */
final class WebhookCheck {
    private static final long MOST_SECONDS_AWAY = 300;

    private WebhookCheck() {}

    static void verify(ToldTarget target, Headers headers, byte[] body, String secret) {
        String at = headers.getFirst("webhook-timestamp");
        byte[] head =
                (headers.getFirst("webhook-id") + "." + at + ".").getBytes(StandardCharsets.UTF_8);
        byte[] key = Base64.getDecoder().decode(secret.replaceFirst("^whsec_", ""));
        assertThat(headers.getFirst("webhook-signature"))
                .as("the signature of %s", target)
                .isEqualTo("v1," + Base64.getEncoder().encodeToString(mac(key, head, body)));
        if (target.signature == null) return;
        byte[] letters = secret.getBytes(StandardCharsets.UTF_8);
        assertThat(headers.getFirst(target.signature).replaceFirst("^sha256=", ""))
                .as("the own signature of %s", target)
                .isEqualTo(HexFormat.of().formatHex(mac(letters, body)));
    }

    /** By one of the receiver's clocks. */
    static void verifyAge(Headers headers, List<Duration> clocks) {
        long at = Long.parseLong(headers.getFirst("webhook-timestamp"));
        long now = Instant.now().getEpochSecond();
        assertThat(clocks)
                .as("that it was signed at %d, when it is %d here", at, now)
                .anyMatch(ahead -> Math.abs(now + ahead.toSeconds() - at) < MOST_SECONDS_AWAY);
    }

    private static byte[] mac(byte[] key, byte[]... pieces) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            for (var piece : pieces) mac.update(piece);
            return mac.doFinal();
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
