package dev.safelight.core.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the known words that somebody most likely meant. */
public final class SimilarWords {
    /** A caller's word may be of any length; the work must not be. */
    private static final int LONGEST = 100;

    private SimilarWords() {}

    /** The nearest word by edits, when it is near enough to be a slip. */
    public static Optional<String> to(String word, Collection<String> known) {
        if (word.length() > LONGEST) return Optional.empty();
        return known.stream()
                .min(Comparator.comparingInt(candidate -> edits(word, candidate)))
                .filter(best -> edits(word, best) <= Math.max(2, word.length() / 3));
    }

    /** The few words that take the fewest edits, nearest first, however far they are. */
    public static List<String> few(String word, Collection<String> known, int most) {
        var asked = word.substring(0, Math.min(word.length(), LONGEST));
        return known.stream()
                .sorted(Comparator.comparingInt(candidate -> edits(asked, candidate)))
                .limit(most)
                .toList();
    }

    /** Levenshtein's distance, letters compared without case. */
    private static int edits(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) row[j] = j;
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int same = same(from.charAt(i - 1), to.charAt(j - 1)) ? 0 : 1;
                int next = Math.min(diagonal + same, Math.min(row[j], row[j - 1]) + 1);
                diagonal = row[j];
                row[j] = next;
            }
        }
        return row[to.length()];
    }

    private static boolean same(char a, char b) {
        return Character.toLowerCase(a) == Character.toLowerCase(b);
    }
}
