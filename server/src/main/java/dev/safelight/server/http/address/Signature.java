package dev.safelight.server.http.address;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 as 43 characters that fit into an address. */
public final class Signature {
    private static final String ALGORITHM = "HmacSHA256";

    /** A code for each secret, ready to be copied: to make one anew is dearer than to use it. */
    private static final Map<String, Mac> READY = new ConcurrentHashMap<>();

    private Signature() {}

    /** Signs a text with a secret of 64 hexadecimal characters. */
    public static String of(String secretHex, String text) {
        try {
            var mac = (Mac) READY.computeIfAbsent(secretHex, Signature::ready).clone();
            byte[] code = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Mac ready(String secretHex) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(secretHex), ALGORITHM));
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Compares in a time that does not tell how much of it is right. */
    public static boolean equal(String given, String ours) {
        return MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8), ours.getBytes(StandardCharsets.UTF_8));
    }
}
