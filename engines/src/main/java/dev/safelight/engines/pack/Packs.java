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

    /** The folder of an installed pack, or empty: then the engine does without, or says how to install. */
    public Optional<Path> folder(String pack) {
        Path folder = root.resolve(pack);
        return Files.isDirectory(folder) ? Optional.of(folder) : Optional.empty();
    }
}
