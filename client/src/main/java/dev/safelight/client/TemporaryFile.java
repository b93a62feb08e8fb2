package dev.safelight.client;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Where a file is made whole before it goes to a place that cannot take back a part of it. */
public final class TemporaryFile {
    private TemporaryFile() {}

    /** A new file, empty; whoever makes it deletes it. */
    public static Path create() throws IOException {
        return Files.createTempFile(folder(), "safelight", ".part");
    }

    /**
     * Makes one and takes it away, which is the one sure way to know that it will be possible.
     *
     * @throws IOException when it is not; it names the folder
     */
    public static void tryOne() throws IOException {
        Path folder = folder();
        try {
            Files.delete(create());
        } catch (FileSystemException e) {
            throw new IOException("the temporary folder " + folder + " takes no files", e);
        }
    }

    private static Path folder() throws IOException {
        try {
            return Path.of(System.getProperty("java.io.tmpdir", ""));
        } catch (InvalidPathException e) {
            throw new IOException("the temporary folder has a name that no folder has", e);
        }
    }
}
