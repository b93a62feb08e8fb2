package dev.safelight.bench;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A folder for one run, deleted with everything in it. */
public final class Scratch implements AutoCloseable {
    private final Path folder;

    private Scratch(Path folder) {
        this.folder = folder;
    }

    /** Makes a folder of its own inside the given one, or where temporary files go. */
    public static Scratch in(@Nullable String parent) throws IOException {
        if (parent == null) return new Scratch(Files.createTempDirectory("safelight-bench"));
        var existing = Files.createDirectories(Path.of(parent));
        return new Scratch(Files.createTempDirectory(existing, "safelight-bench"));
    }

    public Path folder() {
        return folder;
    }

    /** A fresh folder in it; what was there before under this name is deleted. */
    public Path fresh(String name) throws IOException {
        var path = folder.resolve(name);
        delete(path);
        return Files.createDirectories(path);
    }

    public static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) return;
        try (var paths = Files.walk(tree)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }

    @Override
    public void close() throws IOException {
        delete(folder);
    }
}
