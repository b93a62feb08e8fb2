package dev.safelight.engines.speech.english;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.regex.Pattern;

/** Words to ARPAbet: the dictionary, forms of its words, two of its words in one, then letters. */
final class Pronouncer {
    private static final int SHORTEST_PART = 3;
    private static final int SHORTEST_COMPOUND = 7;
    private static final Pattern PRIMARY = Pattern.compile("1");
    private static final Map<String, String> LETTERS = Map.ofEntries(
            Map.entry("A", "EY1"),
            Map.entry("B", "B IY1"),
            Map.entry("C", "S IY1"),
            Map.entry("D", "D IY1"),
            Map.entry("E", "IY1"),
            Map.entry("F", "EH1 F"),
            Map.entry("G", "JH IY1"),
            Map.entry("H", "EY1 CH"),
            Map.entry("I", "AY1"),
            Map.entry("J", "JH EY1"),
            Map.entry("K", "K EY1"),
            Map.entry("L", "EH1 L"),
            Map.entry("M", "EH1 M"),
            Map.entry("N", "EH1 N"),
            Map.entry("O", "OW1"),
            Map.entry("P", "P IY1"),
            Map.entry("Q", "K Y UW1"),
            Map.entry("R", "AA1 R"),
            Map.entry("S", "EH1 S"),
            Map.entry("T", "T IY1"),
            Map.entry("U", "Y UW1"),
            Map.entry("V", "V IY1"),
            Map.entry("W", "D AH1 B AH0 L Y UW0"),
            Map.entry("X", "EH1 K S"),
            Map.entry("Y", "W AY1"),
            Map.entry("Z", "Z IY1"));
    private final Dictionary dictionary;

    Pronouncer(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    /**
     * The phonemes of one word.
     *
     * @param word letters a to z and apostrophes in lower case, or one capital for a letter's name,
     *     which may take an {@code 's}
     */
    String phones(String word) {
        String letter = LETTERS.get(word.substring(0, 1));
        if (letter != null) return word.length() == 1 ? letter : Inflections.withS(letter);
        String known = known(word);
        if (known != null) return known;
        String grown = Inflections.phones(word, this::known);
        if (grown != null) return grown;
        String compound = compound(word);
        return compound == null ? LetterRules.phones(word.replace("'", "")) : compound;
    }

    private @Nullable String known(String word) {
        return dictionary.phones(word);
    }

    /** Two known words written as one: the first keeps its stress, the second yields. */
    private @Nullable String compound(String word) {
        if (word.length() < SHORTEST_COMPOUND) return null;
        for (int cut = word.length() - SHORTEST_PART; cut >= SHORTEST_PART; cut--) {
            String first = known(word.substring(0, cut));
            String second = word.substring(cut);
            String last = known(second);
            if (last == null) last = Inflections.phones(second, this::known);
            boolean short2 = cut == SHORTEST_PART && word.length() - cut == SHORTEST_PART;
            if (first == null || last == null || short2) continue;
            return first + " " + PRIMARY.matcher(last).replaceAll("2");
        }
        return null;
    }
}
