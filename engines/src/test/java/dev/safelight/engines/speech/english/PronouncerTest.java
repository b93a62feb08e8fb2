package dev.safelight.engines.speech.english;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Map;

class PronouncerTest {
    private final Pronouncer pronouncer = new Pronouncer(Dictionary.of(Map.of(
            "photo", "F OW1 T OW2",
            "booth", "B UW1 TH",
            "stop", "S T AA1 P",
            "make", "M EY1 K",
            "try", "T R AY1",
            "dog", "D AO1 G",
            "boss", "B AO1 S",
            "load", "L OW1 D")));

    @Test
    void a_known_word_sounds_as_the_dictionary_says() {
        assertThat(pronouncer.phones("photo")).isEqualTo("F OW1 T OW2");
    }

    @ParameterizedTest
    @CsvSource({
        "A, EY1",
        "W, D AH1 B AH0 L Y UW0",
        "D's, D IY1 Z",
        "F's, EH1 F S",
        "X's, EH1 K S IH0 Z"
    })
    void letters_have_names(String letter, String phones) {
        assertThat(pronouncer.phones(letter)).isEqualTo(phones);
    }

    @Nested
    class FormsOfAKnownWord {
        @ParameterizedTest
        @CsvSource({
            "dogs, D AO1 G Z",
            "dog's, D AO1 G Z",
            "stops, S T AA1 P S",
            "bosses, B AO1 S IH0 Z",
            "loaded, L OW1 D IH0 D",
            "stopped, S T AA1 P T",
            "making, M EY1 K IH0 NG",
            "tried, T R AY1 D",
            "maker, M EY1 K ER0",
            "dogless, D AO1 G L AH0 S",
            "reload, R IY0 L OW1 D",
            "reloaded, R IY0 L OW1 D IH0 D",
            "dog'll, D AO1 G AH0 L"
        })
        void grow_from_it(String word, String phones) {
            assertThat(pronouncer.phones(word)).isEqualTo(phones);
        }
    }

    @Test
    void two_known_words_in_one_keep_the_first_stress() {
        assertThat(pronouncer.phones("photobooth")).isEqualTo("F OW1 T OW2 B UW2 TH");
    }

    @Test
    void an_unknown_word_is_said_by_its_letters() {
        assertThat(pronouncer.phones("zib")).isEqualTo("Z IH1 B");
    }
}
