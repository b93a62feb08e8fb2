package dev.safelight.core.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.random.RandomGenerator;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals secrets before they are stored: AES-256-GCM under a master key that is kept outside the
 * database, each bound to its owner, so that a row copied to another owner does not open. What is
 * sealed names the form it has, so that another key or cipher can come beside this one. Safe for
 * use by many threads if the source of chance is.
 */
public final class SecretBox {
    /** Bytes of a master key. */
    public static final int KEY_LENGTH = 32;

    private static final String FORM = "1:";
    private static final int NONCE_LENGTH = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final RandomGenerator random;

    /**
     * @param masterKey 32 bytes
     * @param random draws a nonce for each secret
     */
    public SecretBox(byte[] masterKey, RandomGenerator random) {
        if (masterKey.length != KEY_LENGTH)
            throw new IllegalArgumentException("a master key has " + KEY_LENGTH + " bytes");
        key = new SecretKeySpec(masterKey, "AES");
        this.random = random;
    }

    /**
     * Seals a secret for an owner.
     *
     * @param owner what has it, kind and id, as in {@code endpoint 01M8…} or {@code key 7}
     */
    public SealedSecret seal(String owner, String secret) {
        byte[] nonce = new byte[NONCE_LENGTH];
        random.nextBytes(nonce);
        byte[] text = secret.getBytes(StandardCharsets.UTF_8);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, owner, nonce, text);
        byte[] all = Arrays.copyOf(nonce, nonce.length + sealed.length);
        System.arraycopy(sealed, 0, all, nonce.length, sealed.length);
        return new SealedSecret(FORM + Base64.getEncoder().encodeToString(all));
    }

    /**
     * Opens what was sealed.
     *
     * @throws IllegalStateException when it was sealed under another master key or for another
     *     owner, or was changed
     */
    public String open(String owner, SealedSecret secret) {
        String text = secret.text();
        if (!text.startsWith(FORM))
            throw new IllegalStateException("the secret was sealed in a form of a newer Safelight");
        byte[] all = Base64.getDecoder().decode(text.substring(FORM.length()));
        byte[] nonce = Arrays.copyOf(all, NONCE_LENGTH);
        byte[] sealed = Arrays.copyOfRange(all, NONCE_LENGTH, all.length);
        return new String(run(Cipher.DECRYPT_MODE, owner, nonce, sealed), StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, String owner, byte[] nonce, byte[] text) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException(
                    "the secret does not open: is the master key the one it was sealed with?",
                    fault);
        }
    }
}
