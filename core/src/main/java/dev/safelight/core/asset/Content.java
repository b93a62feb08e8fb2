package dev.safelight.core.asset;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file on its way into the store: in memory when small, a scratch file when not. */
public sealed interface Content {

    /** Opens the bytes from the start; may be called again. */
    InputStream open() throws IOException;

    /** Bytes in memory, not copied: the caller leaves them alone from here on. */
    static Content of(byte[] bytes) {
        return new InMemory(bytes);
    }

    /** A scratch file that stays as it is until the bytes are stored. */
    static Content of(Path file) {
        return new OnDisk(file);
    }

    /** See {@link Content#of(byte[])}. */
    final class InMemory implements Content {
        private final byte[] bytes;

        private InMemory(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }

    /** See {@link Content#of(Path)}. */
    record OnDisk(Path file) implements Content {
        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }
    }
}
