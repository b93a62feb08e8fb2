package dev.safelight.core.asset;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;

/** Keeps bytes by digest. Blocks: called from platform threads only. */
public interface Blobs {

    /** Stores the bytes; on disk, whole and under their final name when it returns. */
    Blob put(Content content) throws IOException;

    /** Takes bytes that come piece by piece. */
    Arriving receive() throws IOException;

    /** Opens stored bytes for reading at any position. */
    SeekableByteChannel open(String sha256) throws IOException;

    /** Brings stored bytes as a file. */
    ReadableFile file(String sha256) throws IOException;

    /**
     * Gives stored bytes a second name, which must be free: a link where that is possible, else a
     * copy, of which nothing stays when it breaks off. Whoever has it reads it and may remove it,
     * and never writes to it.
     */
    default void place(String sha256, Path name) throws IOException {
        try (var bytes = open(sha256);
                var copy = Files.newOutputStream(name, StandardOpenOption.CREATE_NEW)) {
            try {
                Channels.newInputStream(bytes).transferTo(copy);
            } catch (IOException | RuntimeException broken) {
                Files.deleteIfExists(name);
                throw broken;
            }
        }
    }

    /** Digests stored before the moment, at most {@code limit}, after the given one in order. */
    List<String> storedBefore(Instant moment, String after, int limit) throws IOException;

    /**
     * Removes bytes that nothing refers to, unless they were stored again since the moment.
     * Removing what is not there is no error.
     */
    void remove(String sha256, Instant unlessStoredSince) throws IOException;
}
