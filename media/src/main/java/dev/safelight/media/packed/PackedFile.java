package dev.safelight.media.packed;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** A file in a jar on the class path. */
public final class PackedFile {
    private final URL found;

    private PackedFile(URL found) {
        this.found = found;
    }

    /**
     * Finds it.
     *
     * @param resource from the root of the jar, beginning with a slash
     */
    public static PackedFile of(String resource) throws FileNotFoundException {
        var found = PackedFile.class.getResource(resource);
        if (found == null) throw new FileNotFoundException("no " + resource);
        return new PackedFile(found);
    }

    /**
     * Puts it there, whole, unless it is there. One of another size is another version's, which
     * does not fit: it is replaced, never written into, for other processes may be running it.
     */
    public void unpack(Path whole) throws IOException {
        var connection = found.openConnection();
        // A cached one would keep the jar open for as long as the process lives.
        connection.setUseCaches(false);
        try (var packed = connection.getInputStream()) {
            boolean there = Files.exists(whole);
            if (there && Files.size(whole) == connection.getContentLengthLong()) return;
            write(packed, whole);
        }
    }

    private static void write(InputStream packed, Path whole) throws IOException {
        var folder = Objects.requireNonNull(whole.getParent());
        Files.createDirectories(folder);
        var half = Files.createTempFile(folder, String.valueOf(whole.getFileName()), ".half");
        try {
            Files.copy(packed, half, StandardCopyOption.REPLACE_EXISTING);
            Files.move(half, whole, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(half);
        }
    }
}
