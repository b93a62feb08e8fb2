package dev.safelight.media.pack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * One file of a pack.
 *
 * @param name below the pack's folder, with forward slashes
 * @param bytes its exact size
 * @param sha256 64 hexadecimal digits
 * @param parts what it is joined from, in order
 */
public record PackFile(String name, long bytes, String sha256, List<Part> parts) {
    public PackFile {
        parts = List.copyOf(parts);
        // The manifest is ours, but a slip in it must not write outside the pack's folder.
        if (!name.matches("[\\w.-]+(/[\\w.-]+)*") || name.contains(".."))
            throw new IllegalArgumentException("not a name inside a pack: " + name);
        if (!sha256.matches("[0-9a-f]{64}"))
            throw new IllegalArgumentException(name + ": not a SHA-256");
        if (parts.isEmpty()) throw new IllegalArgumentException(name + " has no parts");
    }

    /** Whether that file is this one; all of it is read. */
    public boolean isAt(Path path) throws IOException {
        return FileDigest.of(path).equals(sha256);
    }
}
