package dev.safelight.media.pack;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;

/** A file of a pack being written: never longer than promised, and kept only when right. */
final class CheckedFile extends OutputStream {
    private final PackFile promised;
    private final OutputStream out;
    private final MessageDigest digest = FileDigest.begin();
    private long bytes;

    CheckedFile(PackFile promised, Path path) throws IOException {
        this.promised = promised;
        Files.createDirectories(Objects.requireNonNull(path.getParent()));
        this.out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16);
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] buffer, int from, int count) throws IOException {
        bytes += count;
        // An archive that unpacks to a thousand times its size ends here.
        if (bytes > promised.bytes()) throw new IOException(promised.name() + " is too long");
        digest.update(buffer, from, count);
        out.write(buffer, from, count);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    /** To be asked once, after all was written. */
    void check() throws PackFailure {
        String found = HexFormat.of().formatHex(digest.digest());
        if (!found.equals(promised.sha256()))
            throw new PackFailure("%s is not what the manifest promises (%d bytes, SHA-256 %s)"
                    .formatted(promised.name(), bytes, found));
    }
}
