package dev.safelight.core.asset;

import java.io.IOException;
import java.nio.file.Path;

/** Stored bytes as a file, for what reads files only. It may be gone once this is closed. */
public interface ReadableFile extends AutoCloseable {

    /** Where it is; to be read, never written, moved or removed. */
    Path path();

    @Override
    void close() throws IOException;
}
