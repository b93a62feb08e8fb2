package dev.safelight.engines.speech.english;

import dev.safelight.engines.speech.voice.SpokenWord;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Spells the readings of a sentence in IPA, each word with an eye on its neighbours. */
final class Speller {
    private static final Map<String, List<String>> WEAK = Table.rows("weak.txt").stream()
            .collect(Collectors.toMap(List::getFirst, Function.identity()));
    private static final String PAUSE = ",";
    private static final String VOWELS = "ɑæʌɔaɛɜeɪiouʊəɚɐˈˌ";
    private final Pronouncer pronouncer;

    Speller(Pronouncer pronouncer) {
        this.pronouncer = pronouncer;
    }

    List<SpokenWord> spell(List<Reading> readings) {
        List<SpokenWord> spoken = new ArrayList<>();
        String before = "";
        for (int i = 0; i < readings.size(); i++) {
            Reading reading = readings.get(i);
            List<String> words = reading.words();
            StringBuilder ipa = new StringBuilder();
            for (int w = 0; w < words.size(); w++) {
                String after = w + 1 < words.size() ? words.get(w + 1) : after(readings, i);
                String word = words.get(w);
                if (!ipa.isEmpty() && !word.equals(PAUSE)) ipa.append(' ');
                ipa.append(word.equals(PAUSE) ? PAUSE : ipa(before, word, after));
                before = word;
            }
            spoken.add(new SpokenWord(reading.written(), ipa.toString(), reading.pause()));
        }
        return spoken;
    }

    /** The word that follows at once; empty before a pause and at the end. */
    private static String after(List<Reading> readings, int index) {
        boolean alone =
                index + 1 == readings.size() || !readings.get(index).pause().isEmpty();
        return alone ? "" : readings.get(index + 1).words().getFirst();
    }

    private String ipa(String before, String word, String after) {
        List<String> weak = WEAK.get(word);
        // At the end of a phrase little words keep their full sound.
        if (weak != null && !after.isEmpty() && !after.equals(PAUSE))
            return weak.get(startsWithVowel(after) ? 2 : 1);
        String twoSounds = Heteronyms.phones(word, before);
        String phones = twoSounds == null ? pronouncer.phones(word) : twoSounds;
        return Ipa.of(Accent.of(word, phones));
    }

    private boolean startsWithVowel(String word) {
        String sounds = Ipa.of(pronouncer.phones(word)).replaceFirst("^[ˈˌ]", "");
        return !sounds.isEmpty() && VOWELS.indexOf(sounds.charAt(0)) >= 0;
    }
}
