package dev.safelight.engines.speech;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The programs that are installed on this machine. */
final class Programs {
    private final List<Path> folders;

    private Programs(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /** Those on a search path as the shell writes it, as in {@code /usr/local/bin:/usr/bin}. */
    static Programs on(String searchPath) {
        return new Programs(Arrays.stream(searchPath.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .toList());
    }

    /** Where a program lies, or empty when it is not installed. */
    Optional<Path> find(String name) {
        return folders.stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
