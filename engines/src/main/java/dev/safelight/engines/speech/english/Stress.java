package dev.safelight.engines.speech.english;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Which vowel of a word carries its stress, where no dictionary tells. */
final class Stress {
    private static final Set<String> VOWELS = Set.of(
            "AA", "AE", "AH", "AO", "AW", "AY", "EH", "ER", "EY", "IH", "IY", "OW", "OY", "UH",
            "UW");
    private static final Set<String> SHORT = Set.of("AH", "IH", "EH", "AE", "AA");
    /** Endings that pull the stress to the syllable before them. */
    private static final Pattern BEFORE_ENDING = Pattern.compile(
            "(?:tion|sion|cian|ic|ical|ity|ial|ian|ious|eous|ify|graphy|logy|cracy)s?$");

    private static final Pattern LONG_ENDING =
            Pattern.compile("(?:ical|ity|ify|graphy|logy|cracy)s?$");
    private static final Pattern ON_ENDING = Pattern.compile("(?:ee|eer|ette|ique|esque|oon)s?$");
    private static final Pattern WEAK_START =
            Pattern.compile("^(?:be|de|re|con|com|ex|en|em|un|a(?=[bcdfgpst]{2}))");

    private Stress() {}

    static boolean isVowel(String phone) {
        return VOWELS.contains(phone.replaceAll("[012]$", ""));
    }

    /** Writes the stresses behind the vowels; short vowels without any become weak. */
    static String place(List<String> phones, String word) {
        List<Integer> vowels = new ArrayList<>();
        for (int i = 0; i < phones.size(); i++) if (VOWELS.contains(phones.get(i))) vowels.add(i);
        int stressed = stressed(word, vowels.size());
        List<String> marked = new ArrayList<>(phones);
        for (int v = 0; v < vowels.size(); v++) {
            int at = vowels.get(v);
            marked.set(at, mark(phones.get(at), v, stressed));
        }
        return String.join(" ", marked);
    }

    private static int stressed(String word, int vowels) {
        if (vowels < 2) return 0;
        if (ON_ENDING.matcher(word).find()) return vowels - 1;
        if (LONG_ENDING.matcher(word).find()) return Math.max(0, vowels - 3);
        if (BEFORE_ENDING.matcher(word).find()) return Math.max(0, vowels - 2);
        if (vowels == 2) return WEAK_START.matcher(word).find() ? 1 : 0;
        boolean open = word.matches(".*[aeiou]$"); // names as Ferrari and potato
        return open ? vowels - 2 : vowels - 3;
    }

    private static String mark(String vowel, int index, int stressed) {
        if (index == stressed) return vowel + "1";
        // Two before or after the main one there is room for a lesser one.
        boolean room = Math.abs(index - stressed) > 1
                && !SHORT.contains(vowel)
                && !vowel.equals("IY")
                && !vowel.equals("ER");
        if (room) return vowel + "2";
        boolean weak = vowel.equals("AE") || vowel.equals("AA") || vowel.equals("EH");
        return (weak && index > 0 ? "AH" : vowel) + "0";
    }
}
