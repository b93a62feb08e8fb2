package dev.safelight.core.search;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a file can be found by: its name, what was asked for or is spoken, and its transcript. */
final class FileTexts {
    /** Of one file; the model takes about a hundred words of each. */
    static final int MOST_PASSAGES = 4;

    /** In characters: about as much as the model takes. */
    static final int PASSAGE = 480;

    /** Of all texts of a file so many characters count. */
    private static final int LONGEST = 200_000;

    private static final List<String> ASKED = List.of("prompt", "text", "script");

    private final String name;
    private final List<String> told = new ArrayList<>();

    FileTexts(FileOrigin file) {
        name = file.name();
        var input = file.input();
        if (input != null) ASKED.forEach(field -> tell(input.path(field)));
        var transcript = file.transcript();
        if (transcript != null) told.add(transcript);
    }

    private void tell(JsonNode text) {
        if (text.isString()) told.add(text.stringValue());
    }

    /** The different words of all texts. */
    Set<String> words() {
        var words = new LinkedHashSet<String>(Words.of(name));
        int left = LONGEST;
        for (var text : told) {
            var read = text.substring(0, Math.min(left, text.length()));
            words.addAll(Words.of(read));
            left -= read.length();
        }
        return words;
    }

    /**
     * What is compared by meaning. A name that a machine gave says less than what was asked of it,
     * so names count for what was brought.
     */
    List<String> passages() {
        var passages = new ArrayList<String>();
        if (told.isEmpty()) addIfWords(passages, spaced(name));
        for (var text : told) cut(text, passages);
        return passages;
    }

    /** A file name as a phrase. */
    private static String spaced(String name) {
        int dot = name.lastIndexOf('.');
        var stem = dot > 0 ? name.substring(0, dot) : name;
        return stem.replaceAll("[-_.]+", " ");
    }

    /** Cuts between words where that is possible. */
    private static void cut(String text, List<String> into) {
        int from = 0;
        while (from < text.length() && into.size() < MOST_PASSAGES) {
            int to = Math.min(text.length(), from + PASSAGE);
            if (to < text.length()) to = lastSpace(text, from, to);
            addIfWords(into, text.substring(from, to));
            from = to;
        }
    }

    private static int lastSpace(String text, int from, int to) {
        for (int at = to; at > from + PASSAGE / 2; at--) {
            if (Character.isWhitespace(text.charAt(at - 1))) return at;
        }
        return to;
    }

    private static void addIfWords(List<String> into, String passage) {
        if (passage.codePoints().anyMatch(Character::isLetter)) into.add(passage.strip());
    }
}
