package dev.safelight.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Counts and digests what passes. */
final class Measured extends FilterOutputStream {
    private final MessageDigest digest;
    private long bytes;

    Measured(OutputStream to) {
        super(to);
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        out.write(from, offset, length);
        digest.update(from, offset, length);
        bytes += length;
    }

    /** What has passed so far, once: the digest begins anew. */
    Written written(String place, String contentType) {
        String sha256 = HexFormat.of().formatHex(digest.digest());
        return new Written(place, contentType, bytes, sha256);
    }
}
