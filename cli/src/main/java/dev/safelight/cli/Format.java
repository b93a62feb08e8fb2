package dev.safelight.cli;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

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
    private static final Set<String> PROVISIONAL = Set.of(
            "tmp",
            "temp",
            "part",
            "bak",
            "old",
            "new",
            "out",
            "orig",
            "backup",
            "partial",
            "temporary",
            "download",
            "crdownload",
            "incomplete",
            "unfinished");

    /** No ending of a format has more characters, but for those that are words. */
    static final int LONGEST_USUAL = 5;

    private static final Pattern USUAL =
            Pattern.compile("(?=.*\\p{L})[\\p{L}\\p{N}]{1," + LONGEST_USUAL + "}");

    /** As in {@code jpeg2000} and {@code jpeg-xl}: letters as chance seldom draws them. */
    private static final Pattern WORD = Pattern.compile(
            "(?:\\p{L}\\p{Ll}+|\\p{Lu}+)\\p{N}*" + "(?:[-_+](?:\\p{L}\\p{Ll}*|\\p{Lu}+)?\\p{N}*)*");

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
     * where it says nothing, as in {@code tmp.aB3xYz12Qk} or {@code v1.2}. Blanks after it make no
     * difference.
     */
    static @Nullable String promise(Path file) {
        String name = trimmed(String.valueOf(file.getFileName()));
        int dot = name.lastIndexOf('.');
        if (dot <= 0) return null;
        String written = name.substring(dot + 1);
        String ending = written.toLowerCase(Locale.ROOT);
        boolean isFormat = USUAL.matcher(written).matches()
                || (WORD.matcher(written).matches() && !name.startsWith("tmp."));
        return isFormat && !PROVISIONAL.contains(ending) ? ending : null;
    }

    private static String trimmed(String name) {
        return name.replaceAll("[\\s\\p{Z}\\p{C}]+$", "");
    }
}
