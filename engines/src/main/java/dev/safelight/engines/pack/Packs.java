package dev.safelight.engines.pack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The installed packs below one folder. */
public final class Packs {
    private final Path root;

    public Packs(Path root) {
        this.root = root;
    }

    /** The folder of an installed pack; when empty, the engine says how to install it. */
    public Optional<Path> folder(String pack) {
        Path folder = root.resolve(pack);
        return Files.isDirectory(folder) ? Optional.of(folder) : Optional.empty();
    }
}
