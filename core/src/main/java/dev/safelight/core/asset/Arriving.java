package dev.safelight.core.asset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * A file that comes in piece by piece and is not stored yet. Used by one thread at a time; closing
 * it without {@link #store} leaves nothing behind. Blocks: used on platform threads only.
 */
public interface Arriving extends AutoCloseable {

    /** Adds bytes at the end. */
    void add(ByteBuffer piece) throws IOException;

    /** What has come so far, as a file that may be read until this is stored or closed. */
    Path file() throws IOException;

    /** Stores the bytes: on disk, whole and under their final name when it returns. */
    Blob store() throws IOException;

    /**
     * Takes back what it has stored, unless the same bytes were stored before or have been since:
     * for bytes that no row came to name. Does nothing where none were stored; closed after it.
     */
    void withdraw() throws IOException;

    @Override
    void close() throws IOException;
}
