package dev.safelight.testkit.simulation;

import dev.safelight.core.asset.Blob;
import dev.safelight.core.asset.Blobs;
import dev.safelight.core.asset.Content;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Blobs that outlive a simulated restart; a driver may let a write fail. */
public final class MemoryBlobs implements Blobs {
    private final Map<String, Long> lengths = new HashMap<>();
    private boolean failing;

    /** From here on nothing can be written, or again everything. */
    public void fail(boolean on) {
        failing = on;
    }

    public boolean holds(Blob blob) {
        return lengths.getOrDefault(blob.sha256(), -1L) == blob.bytes();
    }

    @Override
    public Blob put(Content content) throws IOException {
        if (failing) throw new IOException("no room, says the simulation");
        try (var in = content.open()) {
            byte[] bytes = in.readAllBytes();
            var sha = MessageDigest.getInstance("SHA-256").digest(bytes);
            var blob = new Blob(HexFormat.of().formatHex(sha), bytes.length);
            lengths.put(blob.sha256(), blob.bytes());
            return blob;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public SeekableByteChannel open(String sha256) throws IOException {
        throw new NoSuchFileException(sha256);
    }

    @Override
    public List<String> storedBefore(Instant moment, String after, int limit) {
        return lengths.keySet().stream()
                .filter(digest -> digest.compareTo(after) > 0)
                .sorted()
                .limit(limit)
                .toList();
    }

    @Override
    public void remove(String sha256, Instant unlessStoredSince) {
        lengths.remove(sha256);
    }
}
