package dev.safelight.testkit.simulation;

import dev.safelight.core.asset.Arriving;
import dev.safelight.core.asset.Blob;
import dev.safelight.core.asset.Blobs;
import dev.safelight.core.asset.Content;
import dev.safelight.core.asset.ReadableFile;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Blobs that outlive a simulated restart; a driver may let a write fail. Keeps the same contract as
 * a folder does. Safe for use by many threads.
 */
public final class MemoryBlobs implements Blobs {
    private final InstantSource clock;
    private final ConcurrentSkipListMap<String, Stored> stored = new ConcurrentSkipListMap<>();
    private volatile boolean failing;

    public MemoryBlobs(InstantSource clock) {
        this.clock = clock;
    }

    private static final class Stored {
        final byte[] bytes;
        final Instant at;
        final String digest;

        Stored(byte[] bytes, Instant at) {
            this.bytes = bytes;
            this.at = at;
            digest = HexFormat.of().formatHex(sha256().digest(bytes));
        }

        Blob blob() {
            return new Blob(digest, bytes.length);
        }
    }

    /** From here on nothing can be written, or again everything. */
    public void fail(boolean on) {
        failing = on;
    }

    public boolean holds(Blob blob) {
        var found = stored.get(blob.sha256());
        return found != null && found.bytes.length == blob.bytes();
    }

    /** How many there are. */
    public int size() {
        return stored.size();
    }

    @Override
    public Blob put(Content content) throws IOException {
        var brought = bring(content);
        stored.put(brought.digest, brought);
        return brought.blob();
    }

    private Stored bring(Content content) throws IOException {
        if (failing) throw new IOException("no room, says the simulation");
        try (var in = content.open()) {
            return new Stored(in.readAllBytes(), clock.instant());
        }
    }

    @Override
    public Arriving receive() throws IOException {
        return new ScratchFile(Files.createTempFile("arriving", ""));
    }

    /** Readers want a file, so there is one. */
    private final class ScratchFile implements Arriving {
        private final Path path;
        private final FileChannel channel;

        /** What it has brought first, while nobody has brought it since. */
        private @Nullable Stored first;

        private ScratchFile(Path path) throws IOException {
            this.path = path;
            channel = FileChannel.open(path, StandardOpenOption.WRITE);
        }

        @Override
        public void add(ByteBuffer piece) throws IOException {
            while (piece.hasRemaining()) channel.write(piece);
        }

        @Override
        public Path file() {
            return path;
        }

        @Override
        public Blob store() throws IOException {
            var brought = bring(Content.of(path));
            if (stored.put(brought.digest, brought) == null) first = brought;
            return brought.blob();
        }

        @Override
        public void withdraw() {
            if (first != null) stored.remove(first.digest, first);
        }

        @Override
        public void close() throws IOException {
            channel.close();
            Files.deleteIfExists(path);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public SeekableByteChannel open(String sha256) throws IOException {
        var found = stored.get(sha256);
        if (found == null) throw new NoSuchFileException(sha256);
        return new MemoryChannel(found.bytes);
    }

    @Override
    public ReadableFile file(String sha256) throws IOException {
        var found = stored.get(sha256);
        if (found == null) throw new NoSuchFileException(sha256);
        return new Copy(Files.write(Files.createTempFile("stored", ""), found.bytes));
    }

    private record Copy(Path path) implements ReadableFile {
        @Override
        public void close() throws IOException {
            Files.deleteIfExists(path);
        }
    }

    @Override
    public List<String> storedBefore(Instant moment, String after, int limit) {
        return stored.tailMap(after, false).entrySet().stream()
                .filter(entry -> entry.getValue().at.isBefore(moment))
                .limit(limit)
                .map(entry -> entry.getKey())
                .toList();
    }

    @Override
    public void remove(String sha256, Instant unlessStoredSince) {
        stored.computeIfPresent(
                sha256, (same, found) -> found.at.isBefore(unlessStoredSince) ? null : found);
    }
}
