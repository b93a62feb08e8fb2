package dev.safelight.engines.speech.english;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Short forms with dots, as in {@code Dr. Smith}, {@code 12 Elm St.}, {@code e.g.}, {@code U.S.} */
final class Abbreviations {
    private static final Map<String, String> WORDS = Table.map("abbreviations.txt");
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
                Rule.of("(\\p{Lu})\\.(?=\\s?\\p{Lu})", m -> m.group(1)));
    }

    /** Whether a dot after these letters belongs to them rather than to the end of a sentence. */
    static boolean ownsItsDot(String letters) {
        return WORDS.containsKey(letters)
                || letters.equals("Dr")
                || letters.equals("St")
                || isInitial(letters);
    }

    private static boolean isInitial(String letters) {
        return letters.length() == 1
                && Character.isUpperCase(letters.charAt(0))
                && !letters.equals("I");
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
