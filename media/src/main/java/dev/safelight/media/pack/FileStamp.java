package dev.safelight.media.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/** A file as it is told from outside: where stamps are equal, what was read of it still holds. */
public record FileStamp(Path file, FileTime changed, long bytes) {

    /** The file's stamp, without opening it; empty where there is none. */
    public static Optional<FileStamp> of(Path file) {
        try {
            var seen = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(new FileStamp(file, seen.lastModifiedTime(), seen.size()));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}
