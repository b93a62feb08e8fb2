package dev.safelight.store.blobs;

import dev.safelight.core.asset.Arriving;
import dev.safelight.core.asset.Blob;
import dev.safelight.core.asset.Blobs;
import dev.safelight.core.asset.Content;
import dev.safelight.core.asset.ReadableFile;
import dev.safelight.store.disk.DurableFolder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One file a digest, in folders by its first two characters: written under another name, fsynced,
 * renamed, the folder fsynced. So a file under its digest is whole, also after a power cut. Safe
 * for use by many threads.
 */
public final class FolderBlobs implements Blobs {
    /** What else lies here is somebody else's and left alone. */
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private static final int PIECE = 1 << 16;

    /** How much may be written before it is synced, so that little is left to do at the end. */
    private static final long BETWEEN_SYNCS = 32L << 20;

    private static final Pattern HEAD = Pattern.compile("[0-9a-f]{2}");

    private final Path root;
    private final Path scratch;
    private final InstantSource clock;

    /**
     * Held while a file is given its name or loses it, so that nobody takes one that came back.
     */
    private final ReentrantLock naming = new ReentrantLock();

    /** By digest, who brought bytes that nobody else has brought, until it is closed. */
    private final ConcurrentHashMap<String, HalfFile> broughtAlone = new ConcurrentHashMap<>();

    private FolderBlobs(Path root, InstantSource clock) {
        this.root = root;
        this.scratch = root.resolve("scratch");
        this.clock = clock;
    }

    /** Opens the folder and clears what an earlier process left half-written. */
    public static FolderBlobs open(Path root, InstantSource clock) throws IOException {
        var blobs = new FolderBlobs(root, clock);
        DurableFolder.create(root);
        Files.createDirectories(blobs.scratch);
        DurableFolder.sync(root);
        for (var leftover : list(blobs.scratch)) Files.deleteIfExists(leftover);
        return blobs;
    }

    @Override
    public Blob put(Content content) throws IOException {
        try (var in = Channels.newChannel(content.open());
                var file = receive()) {
            var piece = ByteBuffer.allocate(PIECE);
            while (in.read(piece.clear()) >= 0) file.add(piece.flip());
            return file.store();
        }
    }

    @Override
    public Arriving receive() throws IOException {
        return new HalfFile(Files.createTempFile(scratch, "half", ""));
    }

    /** A file under another name until all of it is there. */
    private final class HalfFile implements Arriving {
        private final MessageDigest sha = sha256();
        private final Path half;
        private final FileChannel channel;
        private long bytes;
        private long forced;
        private String digest = "";

        private HalfFile(Path half) throws IOException {
            this.half = half;
            channel = FileChannel.open(half, StandardOpenOption.WRITE);
        }

        @Override
        public void add(ByteBuffer piece) throws IOException {
            bytes += piece.remaining();
            sha.update(piece.duplicate());
            while (piece.hasRemaining()) channel.write(piece);
            if (bytes - forced < BETWEEN_SYNCS) return;
            channel.force(false);
            forced = bytes;
        }

        @Override
        public Path file() {
            return half;
        }

        @Override
        public Blob store() throws IOException {
            channel.force(true);
            digest = HexFormat.of().formatHex(sha.digest());
            name(this);
            return new Blob(digest, bytes);
        }

        @Override
        public void withdraw() throws IOException {
            naming.lock();
            try {
                if (broughtAlone.remove(digest, this)) Files.deleteIfExists(path(digest));
            } finally {
                naming.unlock();
            }
        }

        @Override
        public void close() throws IOException {
            broughtAlone.remove(digest, this);
            channel.close();
            Files.deleteIfExists(half);
        }
    }

    private void name(HalfFile file) throws IOException {
        Path folder = folder(file.digest);
        Path whole = path(file.digest);
        naming.lock();
        try {
            Files.createDirectories(folder);
            if (Files.exists(whole)) {
                broughtAlone.remove(file.digest);
            } else {
                Files.move(file.half, whole, StandardCopyOption.ATOMIC_MOVE);
                broughtAlone.put(file.digest, file);
            }
            Files.setLastModifiedTime(whole, FileTime.from(clock.instant()));
        } finally {
            naming.unlock();
        }
        DurableFolder.sync(folder);
        DurableFolder.sync(root);
    }

    @Override
    public SeekableByteChannel open(String sha256) throws IOException {
        return Files.newByteChannel(path(sha256), StandardOpenOption.READ);
    }

    /** The file itself: it is there for as long as a row refers to it. */
    @Override
    public ReadableFile file(String sha256) throws IOException {
        Path whole = path(sha256);
        if (!Files.exists(whole)) throw new NoSuchFileException(whole.toString());
        return new Whole(whole);
    }

    private record Whole(Path path) implements ReadableFile {
        @Override
        public void close() {
            // It stays where it is.
        }
    }

    @Override
    public void place(String sha256, Path name) throws IOException {
        try {
            Files.createLink(name, path(sha256));
        } catch (UnsupportedOperationException | FileSystemException unlinked) {
            // On another file system, or one without links; what is missing fails again here.
            Blobs.super.place(sha256, name);
        }
    }

    @Override
    public List<String> storedBefore(Instant moment, String after, int limit) throws IOException {
        var found = new ArrayList<String>();
        for (var folder : list(root)) {
            String head = folder.getFileName().toString();
            if (!HEAD.matcher(head).matches() || after.compareTo(head + "g") > 0) continue;
            if (!Files.isDirectory(folder)) continue;
            for (var file : list(folder)) {
                String digest = file.getFileName().toString();
                if (!digest.startsWith(head) || !DIGEST.matcher(digest).matches()) continue;
                if (digest.compareTo(after) <= 0 || !isOlder(file, moment)) continue;
                found.add(digest);
                if (found.size() == limit) return found;
            }
        }
        return found;
    }

    private static boolean isOlder(Path file, Instant moment) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(moment);
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    @Override
    public void remove(String sha256, Instant unlessStoredSince) throws IOException {
        Path file = path(sha256);
        naming.lock();
        try {
            if (isOlder(file, unlessStoredSince)) Files.deleteIfExists(file);
        } finally {
            naming.unlock();
        }
    }

    private Path path(String sha256) {
        return folder(sha256).resolve(sha256);
    }

    private Path folder(String sha256) {
        return root.resolve(sha256.substring(0, 2));
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
