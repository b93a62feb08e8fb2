package dev.safelight.engines.speech.english;

import java.util.Map;
import java.util.regex.Pattern;

/** ARPAbet to IPA as espeak-ng spells American English, as the voices were taught. */
final class Ipa {
    private static final Map<String, String> SOUNDS = Map.ofEntries(
            Map.entry("AA", "ɑː"),
            Map.entry("AE", "æ"),
            Map.entry("AH", "ʌ"),
            Map.entry("AO", "ɔː"),
            Map.entry("AW", "aʊ"),
            Map.entry("AY", "aɪ"),
            Map.entry("B", "b"),
            Map.entry("CH", "tʃ"),
            Map.entry("D", "d"),
            Map.entry("DH", "ð"),
            Map.entry("DX", "ɾ"),
            Map.entry("EH", "ɛ"),
            Map.entry("ER", "ɜː"),
            Map.entry("EY", "eɪ"),
            Map.entry("F", "f"),
            Map.entry("G", "ɡ"),
            Map.entry("HH", "h"),
            Map.entry("IH", "ɪ"),
            Map.entry("IY", "iː"),
            Map.entry("JH", "dʒ"),
            Map.entry("K", "k"),
            Map.entry("L", "l"),
            Map.entry("M", "m"),
            Map.entry("N", "n"),
            Map.entry("NG", "ŋ"),
            Map.entry("OW", "oʊ"),
            Map.entry("OY", "ɔɪ"),
            Map.entry("P", "p"),
            Map.entry("R", "ɹ"),
            Map.entry("S", "s"),
            Map.entry("SH", "ʃ"),
            Map.entry("T", "t"),
            Map.entry("TH", "θ"),
            Map.entry("UH", "ʊ"),
            Map.entry("UW", "uː"),
            Map.entry("V", "v"),
            Map.entry("W", "w"),
            Map.entry("Y", "j"),
            Map.entry("Z", "z"),
            Map.entry("ZH", "ʒ"));
    /** Vowels that change their colour when nothing stresses them. */
    private static final Map<String, String> WEAK = Map.of("AH0", "ə", "ER0", "ɚ", "IY0", "i");

    private static final Pattern STRESS = Pattern.compile("[012]$");

    private Ipa() {}

    /** The stress mark stands before the vowel itself, not before its syllable. */
    static String of(String phones) {
        StringBuilder ipa = new StringBuilder();
        for (String phone : phones.split(" ", -1)) {
            if (phone.endsWith("1")) ipa.append('ˈ');
            if (phone.endsWith("2")) ipa.append('ˌ');
            // At the start of a word the weak a is opener, as in about.
            if (ipa.isEmpty() && phone.equals("AH0")) ipa.append('ɐ');
            else ipa.append(sound(phone));
        }
        return ipa.toString();
    }

    private static String sound(String phone) {
        String weak = WEAK.get(phone);
        return weak != null ? weak : SOUNDS.getOrDefault(STRESS.matcher(phone).replaceAll(""), "");
    }
}
