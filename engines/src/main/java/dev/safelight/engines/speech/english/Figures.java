package dev.safelight.engines.speech.english;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;

/** Every other number: phone numbers, fractions, percentages, ordinals, ranges, counts. */
final class Figures {
    private static final String MINUS = "((?<![\\p{L}\\d])[-−])?";
    private static final Map<Integer, String> HALVES = Map.of(2, "half", 4, "quarter");

    private Figures() {}

    /** Forms that must be seen before dates, money and measures are looked for. */
    static List<Rule> codes() {
        return List.of(
                Rule.of(
                        "(?:\\+(\\d{1,3})[ .-]?)?\\(?(\\d{3})\\)?[ .-](\\d{3})[ .-](\\d{4})"
                                + "(?![\\d-])",
                        Figures::phone),
                Rule.of("(\\d{3})-(\\d{4})(?![\\d-])", Figures::phone),
                Rule.of("\\+(\\d{7,15})(?!\\d)", m -> "plus " + Numbers.digits(m.group(1))),
                Rule.of("\\d{1,6}(?:\\.\\d{1,6}){2,8}(?!\\d)", m -> dotted(m.group())));
    }

    /** The rest, from the particular to the plain. */
    static List<Rule> counts() {
        return List.of(
                Rule.of(
                        "(\\d{1,9}) (\\d{1,2})/(\\d{1,3})(?![\\d/])",
                        m -> mixed(m.group(1), m.group(2), m.group(3))),
                Rule.of("(\\d{1,4})/(\\d{1,4})(?![\\d/])", m -> fraction(m.group(1), m.group(2))),
                Rule.of(
                        "(\\d{1,3}(?:,\\d{3}){0,5}|\\d{1,15})(?:st|nd|rd|th)" + Rule.END,
                        Figures::ordinal),
                Rule.of(
                        "(" + Rule.NUMBER + ")\\s?[-–—]\\s?(?=[$€£]?\\d)",
                        m -> Numbers.read(m.group(1)) + " to"),
                Rule.of(MINUS + "(" + Rule.NUMBER + ")\\s?%", m -> signed(m) + " percent"),
                Rule.of(MINUS + "(" + Rule.NUMBER + ")", Figures::signed),
                Rule.of(MINUS + "(\\.\\d{1,40})", Figures::signed));
    }

    private static String signed(MatchResult match) {
        return (match.group(1) == null ? "" : "minus ") + Numbers.read(match.group(2));
    }

    private static String phone(MatchResult match) {
        StringBuilder words = new StringBuilder();
        for (int i = 1; i <= match.groupCount(); i++) {
            if (match.group(i) == null) continue;
            if (!words.isEmpty()) words.append(" , ");
            words.append(Numbers.digits(match.group(i)));
        }
        return words.toString();
    }

    private static String dotted(String written) {
        return String.join(
                " point ",
                List.of(written.split("\\.", -1)).stream().map(Numbers::read).toList());
    }

    private static String ordinal(MatchResult match) {
        return Numbers.ordinal(Long.parseLong(match.group(1).replace(",", "")));
    }

    private static String mixed(String whole, String top, String bottom) {
        String part = fraction(top, bottom);
        return Numbers.read(whole) + " and "
                + (part.startsWith("one ") ? "a" + part.substring(3) : part);
    }

    private static String fraction(String top, String bottom) {
        int over = Integer.parseInt(top);
        int under = Integer.parseInt(bottom);
        boolean plain =
                over > 0 && over < under && (under <= 10 || under % 100 == 0 || under == 16);
        // 24/7 and 9/11 are names, not fractions.
        if (!plain) return Numbers.read(top) + " " + Numbers.read(bottom);
        String part = HALVES.getOrDefault(under, Numbers.ordinal(under));
        String parts = part.equals("half") ? "halves" : Numbers.plural(part);
        return Numbers.cardinal(over) + " " + (over == 1 ? part : parts);
    }
}
