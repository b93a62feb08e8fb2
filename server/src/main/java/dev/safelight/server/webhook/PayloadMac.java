package dev.safelight.server.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 of what is sent, by which a receiver knows who sent it. */
public final class PayloadMac {
    private static final String ALGORITHM = "HmacSHA256";

    private PayloadMac() {}

    /** Under the shown text of a secret, letter by letter: 64 hexadecimal digits. */
    public static String hex(String secret, String body) {
        byte[] key = secret.getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(of(key, body));
    }

    static byte[] of(byte[] key, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
