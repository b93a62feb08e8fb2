package dev.safelight.engines.speech.english;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetterRulesTest {

    @ParameterizedTest
    @CsvSource({
        "cat, K AE1 T",
        "cake, K EY1 K",
        "ship, SH IH1 P",
        "chip, CH IH1 P",
        "phone, F OW1 N",
        "knight, N AY1 T",
        "queen, K W IY1 N",
        "city, S IH1 T IY0",
        "nation, N EY1 SH AH0 N",
        "catch, K AE1 CH",
        "singing, S IH1 NG IH0 NG",
        "boy, B OY1",
        "wrap, R AE1 P",
        "zoom, Z UW1 M",
        "bridge, B R IH1 JH",
        "taxes, T AE1 K S IH0 Z",
        "table, T EY1 B AH0 L",
        "fixed, F IH1 K S T"
    })
    void letters_become_sounds(String word, String phones) {
        assertThat(LetterRules.phones(word)).isEqualTo(phones);
    }

    @ParameterizedTest
    @CsvSource({"kubernetic, 3", "zanity, 1", "engineer, 3", "banana, 2", "robot, 1", "refind, 2"})
    void stress_falls_where_endings_pull_it(String word, int vowel) {
        assertThat(stressed(LetterRules.phones(word))).isEqualTo(vowel);
    }

    @Test
    void every_letter_alone_and_the_oddest_words_are_said() {
        for (char letter = 'a'; letter <= 'z'; letter++)
            assertThat(LetterRules.phones(String.valueOf(letter).repeat(3))).isNotBlank();
        assertThat(LetterRules.phones("xqzjvwk")).isNotBlank();
    }

    /** Which vowel carries the stress, counted from one. */
    private static int stressed(String phones) {
        int vowel = 0;
        for (String phone : phones.split(" ", -1)) {
            if (Stress.isVowel(phone)) vowel++;
            if (phone.endsWith("1")) return vowel;
        }
        return 0;
    }
}
