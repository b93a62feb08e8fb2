package dev.safelight.engines.speech;

import tools.jackson.databind.JsonNode;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words that are said in another way than they are written. Whole words only, in any case; of two
 * that begin at one place the longer one holds, and what was put in is not looked at again.
 */
final class Replacements {
    private static final int ANY_CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private final Map<String, String> said;

    private Replacements(Map<String, String> said) {
        this.said = said;
    }

    /** @param list of {@code original} and {@code replacement}; of equal ones the first holds */
    static Replacements of(JsonNode list) {
        var said = new HashMap<String, String>();
        for (var one : list)
            said.putIfAbsent(
                    plain(one.get("original").asString()),
                    one.get("replacement").asString());
        return new Replacements(said);
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    String in(String text) {
        if (said.isEmpty()) return text;
        var words = said.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?<![\\p{L}\\p{N}])(", ")(?![\\p{L}\\p{N}])"));
        return Pattern.compile(words, ANY_CASE)
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        said.getOrDefault(plain(found.group()), found.group())));
    }
}
