package dev.safelight.engines.speech.english;

import java.util.regex.Pattern;

/**
 * What American speakers do to the dictionary's phonemes, and the voices were taught with: one main
 * stress a word, days that end in -day, and a tapped t between vowels.
 */
final class Accent {
    private static final Pattern DAY = Pattern.compile("D IY[02]$");
    private static final Pattern LATER_PRIMARY = Pattern.compile("(?<=1.{0,80})1");
    private static final Pattern TAP = Pattern.compile(
            "(?<=[AEIOU][A-Z][0-2](?: R)? )T(?= (?:(?!AH0 N)[AEIOU][A-Z]0|ER2|IY2)\\b)");
    private static final String TAPPED = "DX";

    private Accent() {}

    static String of(String word, String phones) {
        String spoken = word.endsWith("day") ? DAY.matcher(phones).replaceFirst("D EY0") : phones;
        if (word.startsWith("thirt")) spoken = spoken.replace("TH ER1 D IY2", "TH ER1 T IY0");
        spoken = LATER_PRIMARY.matcher(spoken).replaceAll("2");
        return TAP.matcher(spoken).replaceAll(TAPPED);
    }
}
