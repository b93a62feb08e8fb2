package dev.safelight.engines.speech.english;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Forms of known words: plurals, past tenses, contractions, and words grown at either end. */
final class Inflections {
    private static final Pattern HISS = Pattern.compile("(?:S|Z|SH|CH|JH|ZH)$");
    private static final Pattern VOICELESS = Pattern.compile("(?:P|T|K|F|TH)$");
    private static final Pattern DENTAL = Pattern.compile("(?:T|D)$");
    private static final Pattern SOFT = Pattern.compile("(?:P|K|F|TH|S|SH|CH)$");
    private static final List<Ending> ENDINGS = List.of(
            new Ending("'s", Inflections::withS),
            new Ending("s'", Inflections::withS),
            new Ending("'ll", base -> base + " AH0 L"),
            new Ending("'ve", base -> base + " AH0 V"),
            new Ending("'re", base -> base + " ER0"),
            new Ending("'d", base -> base + " D"),
            new Ending("n't", base -> base + " AH0 N T"),
            new Ending("es", Inflections::withS),
            new Ending("s", Inflections::withS),
            new Ending("ed", Inflections::withD),
            new Ending("ing", base -> base + " IH0 NG"),
            new Ending("ings", base -> base + " IH0 NG Z"),
            new Ending("er", base -> base + " ER0"),
            new Ending("ers", base -> base + " ER0 Z"),
            new Ending("est", base -> base + " AH0 S T"),
            new Ending("ly", base -> base + " L IY0"),
            new Ending("ness", base -> base + " N AH0 S"),
            new Ending("less", base -> base + " L AH0 S"),
            new Ending("ful", base -> base + " F AH0 L"),
            new Ending("able", base -> base + " AH0 B AH0 L"),
            new Ending("ment", base -> base + " M AH0 N T"),
            new Ending("ish", base -> base + " IH0 SH"),
            new Ending("y", base -> base + " IY0"));
    private static final List<Beginning> BEGINNINGS = List.of(
            new Beginning("un", "AH0 N"),
            new Beginning("re", "R IY0"),
            new Beginning("non", "N AA2 N"),
            new Beginning("pre", "P R IY0"),
            new Beginning("anti", "AE2 N T IY0"),
            new Beginning("auto", "AO2 T OW0"),
            new Beginning("micro", "M AY2 K R OW0"),
            new Beginning("multi", "M AH2 L T IY0"),
            new Beginning("inter", "IH2 N T ER0"),
            new Beginning("super", "S UW2 P ER0"),
            new Beginning("hyper", "HH AY2 P ER0"),
            new Beginning("over", "OW2 V ER0"),
            new Beginning("under", "AH2 N D ER0"),
            new Beginning("out", "AW2 T"),
            new Beginning("mis", "M IH0 S"),
            new Beginning("dis", "D IH0 S"),
            new Beginning("mega", "M EH2 G AH0"),
            new Beginning("nano", "N AE2 N OW0"),
            new Beginning("de", "D IY0"));
    private static final int SHORTEST_BASE = 3;

    private Inflections() {}

    /**
     * The phonemes of a word by those of the word it is made of.
     *
     * @param base says a shorter word, or null when it cannot
     */
    static @Nullable String phones(String word, Function<String, @Nullable String> base) {
        String ended = ended(word, base);
        if (ended != null) return ended;
        for (Beginning beginning : BEGINNINGS) {
            if (!word.startsWith(beginning.letters)) continue;
            String rest = word.substring(beginning.letters.length());
            if (rest.length() <= SHORTEST_BASE) continue;
            String phones = base.apply(rest);
            if (phones == null) phones = ended(rest, base);
            if (phones != null) return beginning.phones + " " + phones;
        }
        return null;
    }

    private static @Nullable String ended(String word, Function<String, @Nullable String> base) {
        for (Ending ending : ENDINGS) {
            String phones = ending.phones(word, base);
            if (phones != null) return phones;
        }
        return null;
    }

    static String withS(String base) {
        if (HISS.matcher(base).find()) return base + " IH0 Z";
        return base + (VOICELESS.matcher(base).find() ? " S" : " Z");
    }

    private static String withD(String base) {
        if (DENTAL.matcher(base).find()) return base + " IH0 D";
        return base + (SOFT.matcher(base).find() ? " T" : " D");
    }

    private record Beginning(String letters, String phones) {}

    private record Ending(String letters, UnaryOperator<String> grow) {

        @Nullable
        String phones(String word, Function<String, @Nullable String> base) {
            if (!word.endsWith(letters)) return null;
            String stem = word.substring(0, word.length() - letters.length());
            if (letters.equals("s'")) stem += "s";
            boolean apostrophe = letters.contains("'");
            if (stem.length() < (apostrophe ? 1 : SHORTEST_BASE)) return null;
            String phones = base.apply(stem);
            if (phones == null && !apostrophe) phones = respelled(stem, base);
            return phones == null ? null : letters.equals("s'") ? phones : grow.apply(phones);
        }

        /** Undoes what spelling does before an ending: stopping, making, tried. */
        private static @Nullable String respelled(
                String stem, Function<String, @Nullable String> base) {
            int last = stem.length() - 1;
            if (stem.charAt(last) == stem.charAt(last - 1)) {
                String phones = base.apply(stem.substring(0, last));
                if (phones != null) return phones;
            }
            String withE = base.apply(stem + "e");
            if (withE != null) return withE;
            Matcher ending = Pattern.compile("i$").matcher(stem);
            return ending.find() ? base.apply(ending.replaceFirst("y")) : null;
        }
    }
}
