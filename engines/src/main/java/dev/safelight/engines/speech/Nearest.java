package dev.safelight.engines.speech;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What somebody may have meant. */
final class Nearest {
    private static final int MOST = 3;
    private static final int LONGEST = 60;

    private Nearest() {}

    /** The few names that take the fewest changes of letters, nearest first. */
    static List<String> of(String wanted, List<String> names) {
        String asked = shortened(wanted).toLowerCase(Locale.ROOT);
        return names.stream()
                .sorted(Comparator.comparingInt(
                        name -> distance(asked, name.toLowerCase(Locale.ROOT))))
                .limit(MOST)
                .toList();
    }

    /** A caller's word as it may stand in a message. */
    static String shortened(String word) {
        return word.length() <= LONGEST ? word : word.substring(0, LONGEST) + "...";
    }

    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) row[j] = j;
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
