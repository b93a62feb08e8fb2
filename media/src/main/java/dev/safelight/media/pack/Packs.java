package dev.safelight.media.pack;

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
        // The folder appears in one rename when all of it was checked: there is no half of one.
        Path folder = root.resolve(pack);
        return Files.isDirectory(folder) ? Optional.of(folder) : Optional.empty();
    }

    /** The SHA-256 promised of a pack's main file, to be named in results; empty for others. */
    public static Optional<String> digest(String pack) {
        return Manifest.shipped()
                .find(pack)
                .map(found -> found.files().getFirst().sha256());
    }
}
