package dev.safelight.core.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Set;

class WordsTest {
    private static WordQuery asked(String text) {
        return Words.asked(text).orElseThrow();
    }

    @Nested
    class OfAText {
        @Test
        void are_letters_and_digits_in_a_row() {
            assertThat(Words.of("IMG_0042.png: a dog's day-out"))
                    .containsExactly("img", "0042", "png", "a", "dog", "s", "day", "out");
        }

        @Test
        void are_so_many_at_most() {
            var text = new StringBuilder();
            for (int i = 0; i < 20_000; i++) text.append(" w").append(i);
            assertThat(Words.of(text.toString())).hasSize(5_000).contains("w0");
            var asked = asked(text.toString());
            assertThat(asked.whole().size() + asked.beginnings().size()).isLessThan(200);
        }

        @Test
        void are_each_there_once() {
            assertThat(Words.of("dog Dog DOG")).containsExactly("dog");
        }

        @Test
        void have_no_accents_and_no_case() {
            assertThat(Words.of("Crème ÉTÉ İstanbul ﬁne"))
                    .containsExactly("creme", "ete", "istanbul", "fine");
        }

        @Test
        void keep_the_vowels_of_scripts_that_write_them_as_marks() {
            assertThat(Words.of("किताब")).isNotEqualTo(Words.of("कतब"));
        }

        @Test
        void without_spaces_are_pairs_and_the_last_character() {
            assertThat(Words.of("東京都 x")).containsExactly("東京", "京都", "x", "都");
        }

        @Test
        void may_be_pictographs_that_stand_alone() {
            assertThat(Words.of("a🐶b❤️")).containsExactly("a", "🐶", "b", "❤");
        }

        @Test
        void are_cut_off_when_they_are_long() {
            assertThat(Words.of("x".repeat(1_000))).containsExactly("x".repeat(64));
            assertThat(String.join("", Words.of("x" + "𐐨".repeat(90))).codePoints())
                    .noneMatch(c -> Character.getType(c) == Character.SURROGATE);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " \t\n", "!?…", "--- ***", "\u0000\u200d"})
        void are_none_where_nothing_is_said(String text) {
            assertThat(Words.of(text)).isEmpty();
            assertThat(Words.asked(text)).isEmpty();
        }
    }

    @Nested
    class OfAQuestion {
        @Test
        void are_whole_but_for_the_last_one() {
            assertThat(asked("red ball")).isEqualTo(new WordQuery(Set.of("red"), Set.of("ball")));
        }

        @Test
        void without_spaces_are_pairs_alone() {
            assertThat(asked("東京都 x")).isEqualTo(new WordQuery(Set.of("東京", "京都"), Set.of("x")));
        }

        @Test
        void of_one_character_begin_a_pair() {
            assertThat(asked("東 x")).isEqualTo(new WordQuery(Set.of(), Set.of("東", "x")));
        }
    }
}
