package dev.safelight.app.proof;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The wall clock of a process, which a test sets while the process runs. The monotonic clock stays
 * the machine's own, as it does when somebody sets a machine's clock.
 */
final class WallClock {
    private static final List<Path> FOLDERS =
            List.of(Path.of("/usr/lib"), Path.of("/usr/lib64"), Path.of("/usr/local/lib"));
    private static final String LIBRARY = "faketime/libfaketimeMT.so.1";

    private static final Duration HOUR = Duration.ofHours(1);

    private final Path library;
    private final Path setting;

    private WallClock(Path library, Path setting) {
        this.library = library;
        this.setting = setting;
    }

    /** Skips the test where the library is missing. */
    static WallClock in(Path folder) throws IOException {
        var library = find();
        assumeTrue(library.isPresent(), "libfaketime is not installed");
        var clock = new WallClock(library.orElseThrow(), folder.resolve("wall-clock"));
        clock.set(Duration.ZERO);
        return clock;
    }

    /** Directly in a library folder, or one below for each architecture. */
    private static Optional<Path> find() throws IOException {
        for (var folder : FOLDERS) {
            if (!Files.isDirectory(folder)) continue;
            try (var below = Files.list(folder)) {
                var found = Stream.concat(Stream.of(folder), below)
                        .map(each -> each.resolve(LIBRARY))
                        .filter(Files::isRegularFile)
                        .findFirst();
                if (found.isPresent()) return found;
            }
        }
        return Optional.empty();
    }

    /** How far it shows another time than the machine's. */
    void set(Duration ahead) throws IOException {
        var next = setting.resolveSibling("wall-clock.next");
        Files.writeString(next, "%+d".formatted(ahead.toSeconds()));
        Files.move(next, setting, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Waits until a server shows it: the Date of its answers is its process's wall clock. */
    static void awaitShown(Api api, Duration ahead) {
        Patience.until("its clock is set by " + ahead, () -> {
            var off = Duration.between(Instant.now().plus(ahead), api.date());
            return off.abs().compareTo(HOUR) < 0;
        });
    }

    Stage stage() {
        return new Stage(
                List.of(),
                Map.of(
                        "LD_PRELOAD", library.toString(),
                        "FAKETIME_TIMESTAMP_FILE", setting.toString(),
                        "FAKETIME_NO_CACHE", "1",
                        "DONT_FAKE_MONOTONIC", "1",
                        // Else every timed wait of the JVM ends at once.
                        "FAKETIME_FORCE_MONOTONIC_FIX", "0"));
    }
}
