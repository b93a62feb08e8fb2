package dev.safelight.store.sqlite;

import org.sqlite.util.LibraryLoaderUtil;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * SQLite's own code. The driver unpacks it anew at every start, after asking a program for the
 * system's name, unless it already lies in the folder that a property names.
 */
public final class NativeLibrary {
    private static final String FOLDER = "org.sqlite.lib.path";

    private NativeLibrary() {}

    /** Unpacks it into the folder that the driver was told; without one there is nothing to do. */
    public static void unpack() throws IOException {
        var folder = System.getProperty(FOLDER, "");
        if (!folder.isEmpty()) unpack(Path.of(folder));
    }

    /** A library that is in use is replaced, never written into. */
    static void unpack(Path folder) throws IOException {
        var name = LibraryLoaderUtil.getNativeLibName();
        var resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
        Files.createDirectories(folder);
        var half = Files.createTempFile(folder, name, ".half");
        try (var packed = LibraryLoaderUtil.class.getResourceAsStream(resource)) {
            if (packed == null) throw new FileNotFoundException("no " + resource);
            Files.copy(packed, half, StandardCopyOption.REPLACE_EXISTING);
            Files.move(half, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(half);
        }
    }
}
