package dev.safelight.engines.speech;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How well one sentence came through.
 *
 * @param words how many were to be heard
 * @param errors how many were changed, left out or added (Levenshtein's distance over words)
 */
record Score(int words, int errors) {

    /** Against the nearest of the accepted readings. */
    static Score of(List<String> readings, String heard) {
        return readings.stream()
                .map(reading -> against(words(reading), words(heard)))
                .min(Comparator.comparingDouble(score -> (double) score.errors / score.words))
                .orElseThrow();
    }

    static double accuracy(List<Score> scores) {
        int words = scores.stream().mapToInt(Score::words).sum();
        int errors = scores.stream().mapToInt(Score::errors).sum();
        return 1 - (double) errors / words;
    }

    private static List<String> words(String text) {
        return Arrays.stream(sounded(text).strip().split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** The recogniser writes some words short; how it spells is not what it hears. */
    private static String sounded(String text) {
        return (" " + text + " ")
                .replaceAll(" dr\\.? ", " doctor ")
                .replaceAll(" mr\\.? ", " mister ")
                .replaceAll(" p\\.? ?m\\.? ", " p m ");
    }

    private static Score against(List<String> wanted, List<String> heard) {
        int[] row = new int[heard.size() + 1];
        for (int j = 0; j < row.length; j++) row[j] = j;
        for (int i = 1; i <= wanted.size(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int change = diagonal + (wanted.get(i - 1).equals(heard.get(j - 1)) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return new Score(wanted.size(), row[heard.size()]);
    }
}
