package dev.safelight.engines.speech.english;

import com.ibm.icu.text.Transliterator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Words as they are, names in capitals, and letters of any script. */
final class Words {
    private static final Map<String, String> CAPITALS = Table.map("capitals.txt");
    private static final Pattern HUMP =
            Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");
    private static final Pattern VOWEL = Pattern.compile("[AEIOUY]");
    private static final int LONGEST_SPELLED = 5;
    private final Predicate<String> known;

    /**
     * @param known whether a word in lower case stands in the dictionary
     */
    Words(Predicate<String> known) {
        this.known = known;
    }

    List<Rule> rules() {
        return List.of(
                // What clings to a number or stands in capitals before one: MP3, 4K, B2B.
                Rule.of("([\\p{Lu}]{1,4})-?(?=\\d)", m -> spelled(m.group(1))),
                Rule.of("(\\p{Lu}{2,10})('?s)" + Rule.END, this::plural),
                // Nobody's word is longer than this; the rest of it is read as words of its own.
                Rule.of("[\\p{L}\\p{M}]{1,30}(?:'\\p{L}{1,10}){0,2}", m -> word(m.group())));
    }

    /** A word in lower case and plain letters, parted where its capitals part it. */
    static String plain(String written) {
        return String.join(" ", HUMP.split(latin(written), -1)).toLowerCase(Locale.ROOT);
    }

    private String word(String written) {
        String latin = latin(written);
        String lower = latin.toLowerCase(Locale.ROOT);
        if (latin.length() == 1)
            return lower.equals("i") || written.equals("a") ? lower : letter(written, latin);
        if (isCapitals(latin)) return capitals(latin, lower);
        if (known.test(lower)) return lower;
        List<String> parts = new ArrayList<>();
        for (String part : HUMP.split(latin, -1))
            parts.add(
                    isCapitals(part) && part.length() > 1
                            ? capitals(part, part.toLowerCase(Locale.ROOT))
                            : part.toLowerCase(Locale.ROOT));
        return String.join(" ", parts);
    }

    /** A single A is an article far more often than a letter. */
    private static String letter(String written, String latin) {
        return written.equals("A") ? "a" : latin.toUpperCase(Locale.ROOT);
    }

    private String capitals(String latin, String lower) {
        String listed = CAPITALS.get(latin);
        if (listed != null) return listed;
        boolean sayable = VOWEL.matcher(latin).find();
        if (latin.length() >= 4 && known.test(lower)) return lower;
        return latin.length() > LONGEST_SPELLED && sayable ? lower : spelled(latin);
    }

    private String plural(MatchResult match) {
        String one = capitals(latin(match.group(1)), match.group(1).toLowerCase(Locale.ROOT));
        return one + "'s";
    }

    private static boolean isCapitals(String latin) {
        return latin.chars().allMatch(c -> Character.isUpperCase(c) || c == '\'')
                && !latin.contains("'");
    }

    static String spelled(String capitals) {
        return String.join(" ", latin(capitals).toUpperCase(Locale.ROOT).split("", -1))
                .strip();
    }

    /** In the letters a to z. Transliterators are slow to make, so plain text does without. */
    private static String latin(String written) {
        if (written.chars().allMatch(c -> c < 128)) return written;
        return Romaniser.ANY.transliterate(written);
    }

    private static final class Romaniser {
        private static final Transliterator ANY =
                Transliterator.getInstance("Any-Latin; Latin-ASCII; [^A-Za-z'] Remove");
    }
}
