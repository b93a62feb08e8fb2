package dev.safelight.media.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The programs that are installed on this machine. */
public final class InstalledPrograms {
    private final List<Path> folders;

    private InstalledPrograms(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /** Those on a search path as the shell writes it, as in {@code /usr/local/bin:/usr/bin}. */
    public static InstalledPrograms on(String searchPath) {
        return new InstalledPrograms(Arrays.stream(searchPath.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .toList());
    }

    /** Where a program lies, or empty when it is not installed. */
    public Optional<Path> find(String name) {
        return folders.stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
