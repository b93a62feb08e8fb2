package dev.safelight.server.dialect;

import dev.safelight.core.access.KeyDigest;
import dev.safelight.core.access.Secrets.Secret;
import dev.safelight.server.http.address.Signature;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Digests of key texts in a form that may stand in an address: AES-256-GCM under a key made from a
 * secret of ours, for whoever has a digest can try short texts against it. The nonce is made from
 * the digest, so that one text always reads the same and no nonce is used for two.
 */
final class SealedTexts {
    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private SealedTexts() {}

    /** 80 characters that fit into an address. */
    static String seal(Secret secret, KeyDigest text) {
        byte[] nonce = Arrays.copyOf(derived(secret, "nonce " + text.hex()), NONCE_BYTES);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, secret, nonce)
                    .doFinal(HexFormat.of().parseHex(text.hex()));
            byte[] whole = ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
            return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The digest that was sealed with this secret; empty for anything else. */
    static Optional<KeyDigest> open(Secret secret, String sealed) {
        try {
            byte[] whole = Base64.getUrlDecoder().decode(sealed);
            byte[] nonce = Arrays.copyOf(whole, NONCE_BYTES);
            byte[] digest = cipher(Cipher.DECRYPT_MODE, secret, nonce)
                    .doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES);
            return Optional.of(new KeyDigest(HexFormat.of().formatHex(digest)));
        } catch (GeneralSecurityException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, Secret secret, byte[] nonce)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance(ALGORITHM);
        var key = new SecretKeySpec(derived(secret, "seal"), "AES");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private static byte[] derived(Secret secret, String of) {
        return Base64.getUrlDecoder().decode(Signature.of(secret.hex(), of));
    }
}
