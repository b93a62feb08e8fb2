package dev.safelight.engines.speech.english;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The CMU pronouncing dictionary: words in lower case to ARPAbet phonemes with stress. */
public final class Dictionary {
    /** The pack that it comes in. */
    public static final String PACK = "cmu-dictionary";

    private static final String FILE = "index.js";
    // A row of the package's one object; remarks follow some phonemes.
    private static final Pattern ROW =
            Pattern.compile("\\s*\"?([^\"(]+)\"?:\\s*\"([A-Z0-9 ]+?)\\s*(?:#.*)?\",?");
    private final Map<String, String> words;

    private Dictionary(Map<String, String> words) {
        this.words = Map.copyOf(words);
    }

    /** A dictionary of these words alone. */
    public static Dictionary of(Map<String, String> words) {
        return new Dictionary(words);
    }

    /** Whether a pack's folder holds the dictionary. */
    public static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(FILE));
    }

    /** Reads the dictionary from its pack's folder: the first way to say each word. */
    public static Dictionary load(Path folder) throws IOException {
        Map<String, String> words = new HashMap<>(200_000);
        try (Stream<String> rows = Files.lines(folder.resolve(FILE))) {
            rows.forEach(row -> {
                Matcher matcher = ROW.matcher(row);
                if (matcher.matches()) words.put(matcher.group(1), matcher.group(2));
            });
        }
        if (words.isEmpty()) throw new IOException(FILE + " holds no words");
        return new Dictionary(words);
    }

    boolean knows(String word) {
        return words.containsKey(word);
    }

    @Nullable
    String phones(String word) {
        return words.get(word);
    }
}
