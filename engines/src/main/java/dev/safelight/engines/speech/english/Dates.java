package dev.safelight.engines.speech.english;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;

/** Days and years, as in {@code March 3rd, 2021}, {@code 2024-05-03}, {@code the 1990s}. */
final class Dates {
    private static final List<String> MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");
    private static final String MONTH =
            "(January|February|March|April|May|June|July|August|September|October"
                    + "|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct"
                    + "|Nov|Dec)\\b\\.?)";
    private static final String DAY = "(0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?";
    private static final String YEAR = "(1\\d{3}|20\\d{2})";
    private static final String END = "(?![\\p{L}\\d]|[.,:/]\\d)";
    /** Words after which four digits from 2000 on are a year rather than a count. */
    private static final String BEFORE_A_YEAR =
            "(?<=\\b(?i:in|since|by|from|until|till|of|year|during|before"
                    + "|after|around|circa|early|late|mid|spring|summer|autumn|fall|winter)[\\s-])";

    private Dates() {}

    static List<Rule> rules() {
        return List.of(
                Rule.of(
                        MONTH + "\\s" + DAY + "(?:,?\\s" + YEAR + ")?" + END,
                        m -> day(month(m.group(1)), m.group(2), m.group(3))),
                Rule.of(
                        DAY + "\\s(?:of\\s)?" + MONTH + "(?:,?\\s" + YEAR + ")?(?![\\p{L}\\d])",
                        m -> "the " + ordinal(m.group(1)) + " of " + month(m.group(2))
                                + year(m.group(3))),
                Rule.of(
                        MONTH + ",?\\s" + YEAR + END,
                        m -> month(m.group(1)) + " " + plainYear(m.group(2))),
                Rule.of(
                        "(\\d{4})-(0[1-9]|1[0-2])-([0-2]\\d|3[01])" + END,
                        m -> day(month(m.group(2)), m.group(3), m.group(1))),
                Rule.of(
                        "(\\d{1,2})/(\\d{1,2})/(\\d{4}|\\d{2})" + END,
                        m -> slashes(m.group(1), m.group(2), m.group(3))),
                Rule.of(
                        "((?:1\\d|20)\\d0)['’]?s" + END,
                        m -> Numbers.plural(plainYear(m.group(1)))),
                Rule.of("['’]?([2-9]0)s" + END, m -> Numbers.plural(Numbers.read(m.group(1)))),
                Rule.of(BEFORE_A_YEAR + YEAR + END, m -> plainYear(m.group(1))),
                Rule.of(
                        YEAR + "\\s?[-–]\\s?" + YEAR + END,
                        m -> plainYear(m.group(1)) + " to " + plainYear(m.group(2))),
                Rule.of("(1[1-9]\\d{2})" + END, m -> plainYear(m.group(1))));
    }

    private static String day(String month, String day, @Nullable String year) {
        if (month.isEmpty() || Integer.parseInt(day) == 0) return "";
        return month + " " + ordinal(day) + year(year);
    }

    /** American order, unless the first number cannot be a month. */
    private static String slashes(String first, String second, String year) {
        boolean dayFirst = Integer.parseInt(first) > 12;
        String month = month(dayFirst ? second : first);
        return Integer.parseInt(second) > 31
                ? ""
                : day(month, dayFirst ? first : second, century(year));
    }

    private static String century(String year) {
        if (year.length() == 4) return year;
        return (Integer.parseInt(year) < 50 ? "20" : "19") + year;
    }

    private static String year(@Nullable String year) {
        return year == null ? "" : " , " + plainYear(year);
    }

    private static String plainYear(String year) {
        return Numbers.year(Integer.parseInt(year));
    }

    private static String ordinal(String day) {
        return Numbers.ordinal(Integer.parseInt(day));
    }

    /** A month's name from its name, its first letters or its number; empty when it has none. */
    private static String month(String written) {
        if (Character.isDigit(written.charAt(0))) {
            int number = Integer.parseInt(written);
            return number < 1 || number > 12 ? "" : MONTHS.get(number - 1);
        }
        String start = written.substring(0, 3).toLowerCase(Locale.ROOT);
        return MONTHS.stream()
                .filter(month -> month.startsWith(start))
                .findFirst()
                .orElse("");
    }
}
