package dev.safelight.engines.speech.english;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Short forms, as in {@code Dr. Smith}, {@code 12 Elm St.}, {@code e.g.}, {@code U.S.} */
final class Abbreviations {
    private static final Map<String, String> WORDS = Table.map("abbreviations.txt");
    private static final Set<String> TITLES = Set.of("Dr", "St", "Ph.D");
    /** One capital but I, which ends many a sentence; or several with dots, as in U.S. */
    private static final Pattern INITIALS = Pattern.compile("[A-HJ-Z]|(?:\\p{Lu}\\.){1,6}\\p{Lu}");

    private static final String BEFORE_A_NAME = "\\.?\\s(?=\\p{Lu})";

    private Abbreviations() {}

    static List<Rule> rules() {
        return List.of(
                Rule.of("Dr" + BEFORE_A_NAME, m -> "doctor"),
                Rule.of(
                        "St" + BEFORE_A_NAME + "(?<!\\p{Lu}\\p{Ll}{1,20}\\sSt\\.?\\s)",
                        m -> "saint"),
                Rule.of("Dr\\.", "drive"),
                Rule.of("St\\.", "street"),
                Rule.of("[Nn]o\\.\\s?(?=\\d)", "number"),
                Rule.of("p\\.\\s?(?=\\d)", "page"),
                Rule.of("Ph\\.?D\\.?" + Rule.END, "P H D"),
                Rule.of(words() + "\\.", m -> WORDS.getOrDefault(m.group(1), "")),
                Rule.of("(?:\\p{L}\\.){2,8}(?!\\p{L})", Abbreviations::spelled),
                Rule.of("(\\p{Lu})\\.(?=\\s?\\p{Lu})", m -> m.group(1)),
                Rule.of(
                        "(\\p{Lu}{1,3})&(\\p{Lu})(?!\\p{L})",
                        m -> Words.spelled(m.group(1)) + " and " + m.group(2)));
    }

    /** Whether a dot after these letters belongs to them rather than to the end of a sentence. */
    static boolean ownsItsDot(String letters) {
        return WORDS.containsKey(letters)
                || TITLES.contains(letters)
                || INITIALS.matcher(letters).matches();
    }

    private static String words() {
        return WORDS.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(", ")"));
    }

    private static String spelled(MatchResult match) {
        return String.join(" ", match.group().toUpperCase(Locale.ROOT).split("\\.", -1));
    }
}
