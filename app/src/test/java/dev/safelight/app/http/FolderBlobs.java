package dev.safelight.app.http;

import dev.safelight.core.asset.Blob;
import dev.safelight.core.asset.Blobs;
import dev.safelight.core.asset.Content;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/** Bytes in a folder, as plainly as can be. */
final class FolderBlobs implements Blobs {
    private final Path folder;

    FolderBlobs(Path folder) {
        this.folder = folder;
    }

    @Override
    public Blob put(Content content) throws IOException {
        try (var in = content.open()) {
            byte[] bytes = in.readAllBytes();
            var sha = MessageDigest.getInstance("SHA-256");
            String digest = HexFormat.of().formatHex(sha.digest(bytes));
            Files.write(folder.resolve(digest), bytes);
            return new Blob(digest, bytes.length);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public SeekableByteChannel open(String sha256) throws IOException {
        return Files.newByteChannel(folder.resolve(sha256));
    }

    @Override
    public List<String> storedBefore(Instant moment, String after, int limit) {
        return List.of();
    }

    @Override
    public void remove(String sha256) throws IOException {
        Files.deleteIfExists(folder.resolve(sha256));
    }
}
