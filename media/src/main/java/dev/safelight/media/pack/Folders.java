package dev.safelight.media.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/** Whole folders: taken away, or put in each other's place. */
final class Folders {
    private Folders() {}

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder()).forEach(Folders::deleteOne);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Puts {@code fresh} at {@code place}; what stood there goes to {@code aside} first. */
    static void swap(Path fresh, Path place, Path aside) throws IOException {
        if (Files.exists(place)) Files.move(place, aside, StandardCopyOption.ATOMIC_MOVE);
        Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void deleteOne(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
