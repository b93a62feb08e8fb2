package dev.safelight.engines.speech.english;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.engines.speech.voice.Line;
import dev.safelight.engines.speech.voice.Line.End;
import dev.safelight.engines.speech.voice.SpokenWord;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

class EnglishTest {
    private static final int LONGEST = 100;
    private final English english = new English(Dictionary.of(words()));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The apple | ðɪ ˈæpəl",
                "The dog | ðə dˈɔːɡ",
                "to the dog | tə ðə dˈɔːɡ",
                "what is it for? | wˈʌt ɪz ɪt fˈɔːɹ",
                "about | ɐbˈaʊt",
                "water | wˈɔːɾɚ",
                "Monday | mˈʌndeɪ",
                "nineteen | nˈaɪntˌiːn",
                "I read a record | ˈaɪ ɹˈiːd ɐ ɹˈɛkɚd",
                "I have read | ˈaɪ hæv ɹˈɛd",
                "to record | tə ɹɪkˈɔːɹd",
                "close the dog | klˈoʊz ðə dˈɔːɡ",
                "a close dog | ɐ klˈoʊs dˈɔːɡ"
            })
    void words_sound_as_their_neighbours_let_them(String text, String ipa) {
        assertThat(ipa(english.lines(text, LONGEST))).isEqualTo(ipa);
    }

    @Nested
    class ALine {
        @Test
        void ends_where_its_sentence_ends_and_tells_what_follows() {
            assertThat(english.lines("Dog. Dog!\nDog", LONGEST))
                    .extracting(Line::end)
                    .containsExactly(End.SENTENCE, End.PARAGRAPH, End.PARAGRAPH);
        }

        @Test
        void is_cut_at_the_last_pause_that_fits() {
            List<Line> lines = english.lines("dog dog dog, dog dog dog dog dog dog dog dog", 40);

            assertThat(lines.getFirst().words()).hasSize(3);
            assertThat(lines.getFirst().end()).isEqualTo(End.PIECE);
        }

        @Test
        void is_never_longer_than_a_voice_wants() {
            for (Line line : english.lines("dog apple about water, ".repeat(200), 60))
                assertThat(line.words().stream()
                                .mapToInt(word -> word.ipa().length() + 1)
                                .sum())
                        .isLessThanOrEqualTo(60);
        }

        @Test
        void always_ends_in_a_mark() {
            assertThat(english.lines("dog dog dog dog", 12))
                    .allSatisfy(
                            line -> assertThat(line.words().getLast().pause()).isNotEmpty());
        }

        @Test
        void breaks_before_a_long_figure() {
            assertThat(english.lines("dog 45 dog", LONGEST).getFirst().words())
                    .extracting(SpokenWord::pause)
                    .containsExactly(",", "", ".");
        }

        @Test
        void loses_no_word_by_cutting() {
            String text = "dog apple, about water ".repeat(100).strip();

            String written = String.join(
                    " ",
                    english.lines(text, 50).stream()
                            .flatMap(line -> line.words().stream().map(SpokenWord::written))
                            .toList());

            assertThat(written).isEqualTo(text.replace(",", ""));
        }
    }

    @Nested
    class WhateverComes {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "\n\n",
                    "!?.,;:",
                    "😀🎉",
                    "\u0000\u0007\u001B",
                    "\uD83D",
                    "“”‘’",
                    "----",
                    "\u200B\uFEFF",
                    "()[]{}"
                })
        void nothing_that_can_be_said_gives_no_lines(String text) {
            assertThat(english.lines(text, LONGEST)).isEmpty();
        }

        @Test
        void twenty_thousand_letters_without_a_space_are_cut_into_words() {
            assertThat(english.lines("a".repeat(20_000), LONGEST)).hasSizeGreaterThan(100);
        }

        @Test
        void twenty_thousand_digits_are_read_out() {
            assertThat(english.lines("9".repeat(20_000), LONGEST)).isNotEmpty();
        }

        @Test
        void any_mixture_of_signs_is_survived() {
            Random random = new Random(20);
            String signs = "aB9 .,!?$€£%'\"-–/:@#&+()\n½²°😀Жعה中é\u0301\u0000\uD800VI";
            for (int i = 0; i < 400; i++) {
                StringBuilder text = new StringBuilder();
                for (int k = 0; k < 60; k++)
                    text.append(signs.charAt(random.nextInt(signs.length())));
                for (Line line : english.lines(text.toString(), LONGEST))
                    assertThat(line.words()).isNotEmpty();
            }
        }
    }

    private static String ipa(List<Line> lines) {
        return String.join(
                " ",
                lines.stream()
                        .flatMap(line -> line.words().stream().map(SpokenWord::ipa))
                        .toList());
    }

    private static Map<String, String> words() {
        Map<String, String> words = new HashMap<>();
        words.put("the", "DH AH0");
        words.put("apple", "AE1 P AH0 L");
        words.put("dog", "D AO1 G");
        words.put("to", "T UW1");
        words.put("what", "W AH1 T");
        words.put("is", "IH1 Z");
        words.put("it", "IH1 T");
        words.put("for", "F AO1 R");
        words.put("about", "AH0 B AW1 T");
        words.put("water", "W AO1 T ER0");
        words.put("monday", "M AH1 N D IY0");
        words.put("nineteen", "N AY1 N T IY1 N");
        words.put("i", "AY1");
        words.put("a", "AH0");
        words.put("have", "HH AE1 V");
        return words;
    }
}
