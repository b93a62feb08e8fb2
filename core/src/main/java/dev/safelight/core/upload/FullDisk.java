package dev.safelight.core.upload;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Whether a write failed for want of room: systems have words of their own, so room counts. */
final class FullDisk {
    private static final List<String> WORDS = List.of("no space left", "quota exceeded");

    private FullDisk() {}

    /**
     * Whether it did.
     *
     * @param file that was written to, if there is one
     * @param more bytes that were to be written
     */
    static boolean caused(IOException failed, @Nullable Path file, long more) {
        var said = String.valueOf(failed.getMessage()).toLowerCase(Locale.ROOT);
        if (WORDS.stream().anyMatch(said::contains)) return true;
        return file != null && room(file) < more;
    }

    private static long room(Path file) {
        try {
            return Files.getFileStore(file).getUsableSpace();
        } catch (IOException unknown) {
            return Long.MAX_VALUE;
        }
    }
}
