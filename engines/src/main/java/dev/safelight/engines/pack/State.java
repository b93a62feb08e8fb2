package dev.safelight.engines.pack;

import java.nio.file.Files;
import java.nio.file.Path;

/** How a pack stands on this machine, as far as names and sizes tell. */
enum State {
    MISSING,
    INSTALLED,
    /** Of another version, or damaged. */
    DIFFERENT;

    static State of(Pack pack, Path root) {
        Path folder = root.resolve(pack.name());
        if (!Files.isDirectory(folder)) return MISSING;
        boolean fits = pack.files().stream()
                .allMatch(file -> folder.resolve(file.name()).toFile().length() == file.bytes());
        return fits ? INSTALLED : DIFFERENT;
    }
}
