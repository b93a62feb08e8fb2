package dev.safelight.engines.speech.english;

import java.util.List;

/** Signs that are read as words where they stand. */
final class Marks {
    private Marks() {}

    static List<Rule> rules() {
        return List.of(
                Rule.of("&", "and"),
                Rule.of("@", "at"),
                Rule.of("\\+\\+", "plus plus"),
                Rule.of("\\+", "plus"),
                Rule.of("=", "equals"),
                Rule.of("%", "percent"),
                Rule.of("(?<=\\p{Lu})#", "sharp"),
                Rule.of("#\\s?(?=\\d)", "number"),
                Rule.of("#(?=\\p{L})", "hashtag"),
                Rule.of("[~≈]\\s?(?=[$€£\\d])", "about"),
                Rule.of("(?<=\\d\\s?)[*×](?=\\s?\\d)", "times"),
                Rule.of("÷", "divided by"),
                Rule.of("±", "plus or minus"),
                Rule.of("°", "degrees"),
                Rule.of("§", "section"),
                Rule.of("(?<=\\s)<(?=\\s)", "less than"),
                Rule.of("(?<=\\s)>(?=\\s)", "greater than"),
                Rule.of("[$]", "dollar"),
                Rule.of("€", "euro"),
                Rule.of("£", "pound"),
                Rule.of("(?<=\\d\\s?)[-–](?=\\s?[$€£]\\d)", "to"),
                Rule.of("\\\\", "backslash"));
    }
}
