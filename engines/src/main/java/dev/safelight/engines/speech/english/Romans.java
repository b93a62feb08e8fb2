package dev.safelight.engines.speech.english;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;

/** Roman numerals after a name or a counted noun, as in {@code Henry VIII}, {@code Part IV}. */
final class Romans {
    private static final Map<Character, Integer> VALUES = Map.of('I', 1, 'V', 5, 'X', 10, 'L', 50);
    private static final String NUMERAL =
            "(?=[IVXL]{1,7}(?![\\p{L}\\d'’]))(X{0,3}L?X{0,3}(?:IX|IV|V?I{0,3}))";
    private static final String RULERS =
            "(?<=\\b(?:Henry|Louis|George|Edward|Charles|James|William|Richard|Elizabeth|Philip"
                    + "|Napoleon|Benedict|Pius|Paul|Gregory|Innocent|Alexander|Frederick"
                    + "|Nicholas|Peter|Catherine|Ivan|Leo|Francis)\\s)";
    private static final String COUNTED =
            "(?<=\\b(?i:chapter|part|book|volume|act|scene|section|phase|type|level|grade|class"
                    + "|episode|article|appendix|title|figure|stage|round)\\s)";
    private static final String NAME = "(?<=\\p{Lu}\\p{Ll}{1,20}\\s)(?=[IVX]{2,7})";

    private Romans() {}

    static List<Rule> rules() {
        return List.of(
                Rule.of(RULERS + NUMERAL, m -> "the " + Numbers.ordinal(value(m))),
                Rule.of(COUNTED + NUMERAL, Romans::cardinal),
                Rule.of(NAME + NUMERAL, Romans::cardinal));
    }

    private static String cardinal(MatchResult match) {
        return Numbers.cardinal(value(match));
    }

    private static int value(MatchResult match) {
        String numeral = match.group(1);
        int sum = 0;
        for (int i = 0; i < numeral.length(); i++) {
            int value = VALUES.getOrDefault(numeral.charAt(i), 0);
            boolean before = i + 1 < numeral.length()
                    && value < VALUES.getOrDefault(numeral.charAt(i + 1), 0);
            sum += before ? -value : value;
        }
        return sum;
    }
}
