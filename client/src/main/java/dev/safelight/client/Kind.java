package dev.safelight.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a name stands for, where bytes can be written to more than regular files. */
enum Kind {
    PIPE,
    SOCKET,
    OTHER;

    private static final int TYPE = 0170000;
    private static final int PIPES = 0010000;
    private static final int SOCKETS = 0140000;

    /** Follows links. Systems that are no Unix have nothing but {@link #OTHER}. */
    static Kind of(Path path) throws IOException {
        if (!path.getFileSystem().supportedFileAttributeViews().contains("unix")) return OTHER;
        return switch ((int) Files.getAttribute(path, "unix:mode") & TYPE) {
            case PIPES -> PIPE;
            case SOCKETS -> SOCKET;
            default -> OTHER;
        };
    }
}
