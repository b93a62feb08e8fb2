package dev.safelight.engines.speech.english;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A number with a unit, as in {@code 90 km/h}, {@code 5'}, {@code -3 °C}. */
final class Measures {
    private static final Map<String, List<String>> UNITS = Table.rows("units.txt").stream()
            .collect(Collectors.toMap(List::getFirst, Function.identity()));
    private static final String MINUS = "((?<![\\p{L}\\d])[-−])?";

    private Measures() {}

    static List<Rule> rules() {
        String units = UNITS.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        return List.of(
                Rule.of(
                        MINUS + "(" + Rule.NUMBER + ")[ -]?(" + units + ")(?![\\p{L}\\d/'])",
                        m -> (m.group(1) == null ? "" : "minus ") + read(m.group(2), m.group(3))),
                Rule.of(
                        "(\\d{1,3})'(?:\\s?(\\d{1,2})(?:\"|''))",
                        m -> feet(m.group(1)) + " " + Numbers.read(m.group(2))),
                Rule.of(
                        "(\\d{1,4})[x×](\\d{1,4})(?![\\p{L}\\d])",
                        m -> side(m.group(1)) + " by " + side(m.group(2))));
    }

    private static String read(String number, String unit) {
        List<String> names = UNITS.getOrDefault(unit, List.of(unit, unit, unit));
        return Numbers.read(number) + " " + names.get(number.equals("1") ? 1 : 2);
    }

    /** A side of a picture: 1920 is read in pairs as a year is. */
    private static String side(String number) {
        return number.length() == 4 ? Numbers.year(Integer.parseInt(number)) : Numbers.read(number);
    }

    private static String feet(String number) {
        return Numbers.read(number) + (number.equals("1") ? " foot" : " feet");
    }
}
