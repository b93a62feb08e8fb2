package dev.safelight.engines.speech.english;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says a word that no dictionary knows by its letters, from left to right. */
final class LetterRules {
    private static final Map<Character, List<Row>> ROWS = rows();

    private LetterRules() {}

    /** ARPAbet phonemes with stress; never empty for a word of letters a to z. */
    static String phones(String word) {
        List<String> phones = new ArrayList<>();
        int at = 0;
        while (at < word.length()) at += take(word, at, phones);
        return Stress.place(phones, word);
    }

    private static int take(String word, int at, List<String> phones) {
        for (Row row : ROWS.getOrDefault(word.charAt(at), List.of())) {
            Matcher matcher = row.pattern.matcher(word).region(at, word.length());
            matcher.useTransparentBounds(true).useAnchoringBounds(false);
            if (!matcher.lookingAt()) continue;
            phones.addAll(row.phones);
            return row.letters;
        }
        return 1;
    }

    private static Map<Character, List<Row>> rows() {
        Map<Character, List<Row>> rows = new HashMap<>();
        for (List<String> columns : Table.rows("letters.txt")) {
            String letters = columns.get(0);
            rows.computeIfAbsent(letters.charAt(0), c -> new ArrayList<>())
                    .add(Row.of(letters, columns.subList(1, 3), columns.get(3)));
        }
        return rows;
    }

    private record Row(Pattern pattern, int letters, List<String> phones) {
        static Row of(String letters, List<String> context, String phones) {
            String before = context.get(0).isEmpty() ? "" : "(?<=" + expand(context.get(0)) + ")";
            String after = context.get(1).isEmpty() ? "" : "(?=" + expand(context.get(1)) + ")";
            return new Row(
                    Pattern.compile(before + letters + after),
                    letters.length(),
                    phones.isEmpty() ? List.of() : List.of(phones.split(" ", -1)));
        }

        private static String expand(String context) {
            return context.replace("C", "[bcdfghjklmnpqrstvwxz]")
                    .replace("L", "[bcdfgjklmnprstvz]")
                    .replace("V", "[aeiouy]");
        }
    }
}
