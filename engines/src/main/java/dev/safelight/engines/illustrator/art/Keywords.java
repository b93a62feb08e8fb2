package dev.safelight.engines.illustrator.art;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Everyday words for the art's names, from the {@code emoji-keywords} pack. */
final class Keywords {
    private final Map<String, List<String>> names = new HashMap<>();

    /** The words of the pack's file; each row begins with the name itself. */
    static Keywords read(Path file) throws IOException {
        Keywords keywords = new Keywords();
        JsonNode table = new JsonMapper().readTree(Files.readString(file));
        table.forEach(keywords::add);
        return keywords;
    }

    private void add(JsonNode row) {
        if (row.isEmpty()) return;
        String name = spaced(row.get(0).asString()).replace(' ', '-');
        for (int at = 1; at < row.size(); at++) {
            names.computeIfAbsent(spaced(row.get(at).asString()), word -> new ArrayList<>())
                    .add(name);
        }
    }

    private static String spaced(String word) {
        return word.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The names that a word is given for, in the pack's order. */
    List<String> names(String word) {
        return names.getOrDefault(word, List.of());
    }
}
