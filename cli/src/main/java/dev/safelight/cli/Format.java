package dev.safelight.cli;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a file can be: the first ending of each is its usual one. */
enum Format {
    PNG(Medium.PICTURE, "image/png", "png"),
    JPEG(Medium.PICTURE, "image/jpeg", "jpg jpeg jpe"),
    GIF(Medium.PICTURE, "image/gif", "gif"),
    BMP(Medium.PICTURE, "image/bmp", "bmp"),
    TIFF(Medium.PICTURE, "image/tiff", "tiff tif"),
    WAV(Medium.SOUND, "audio/wav", "wav wave"),
    FLAC(Medium.SOUND, "audio/flac", "flac"),
    AIFF(Medium.SOUND, "audio/aiff", "aiff aif"),
    AU(Medium.SOUND, "audio/basic", "au");

    /** Endings that people give to a file for now, whatever is in it. */
    private static final Set<String> PROVISIONAL =
            Set.of("tmp", "temp", "part", "bak", "old", "new", "out", "orig");

    private final Medium medium;
    private final String contentType;
    private final String endings;

    /** What a command makes. */
    enum Medium {
        PICTURE("image"),
        SOUND("speech");

        private final String noun;

        Medium(String noun) {
            this.noun = noun;
        }

        String noun() {
            return noun;
        }
    }

    Format(Medium medium, String contentType, String endings) {
        this.medium = medium;
        this.contentType = contentType;
        this.endings = endings;
    }

    Medium medium() {
        return medium;
    }

    String contentType() {
        return contentType;
    }

    /** As in {@code .png}. */
    String ending() {
        return "." + endings().getFirst();
    }

    private List<String> endings() {
        return List.of(endings.split(" ", -1));
    }

    static Optional<Format> ofType(String contentType) {
        return Arrays.stream(values())
                .filter(format -> format.contentType.equals(contentType.replace("/x-", "/")))
                .findFirst();
    }

    static Optional<Format> ofEnding(String ending) {
        return Arrays.stream(values())
                .filter(format -> format.endings().contains(ending))
                .findFirst();
    }

    static List<Format> of(Medium medium) {
        return Arrays.stream(values()).filter(format -> format.medium == medium).toList();
    }

    /**
     * What the end of a file's name says of its content, in lower case and without its dot; null
     * where it says nothing, as in {@code tmp.aB3xYz12Qk} or {@code v1.2}.
     */
    static @Nullable String promise(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        if (dot <= 0) return null;
        String ending = name.substring(dot + 1).toLowerCase(Locale.ROOT);
        boolean isFormat = ending.matches("(?=.*[a-z])[a-z0-9]{1,5}");
        return isFormat && !PROVISIONAL.contains(ending) ? ending : null;
    }
}
