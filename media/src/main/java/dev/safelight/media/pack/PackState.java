package dev.safelight.media.pack;

import java.nio.file.Files;
import java.nio.file.Path;

/** How a pack stands on this machine, as far as names and sizes tell. */
public enum PackState {
    MISSING,
    INSTALLED,
    /** Of another version, or damaged. */
    DIFFERENT;

    /** How it stands below the folder of all packs. */
    public static PackState of(Pack pack, Path root) {
        Path folder = root.resolve(pack.name());
        if (!Files.isDirectory(folder)) return MISSING;
        boolean fits = pack.files().stream()
                .allMatch(file -> folder.resolve(file.name()).toFile().length() == file.bytes());
        return fits ? INSTALLED : DIFFERENT;
    }
}
