package dev.safelight.media.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;
import java.util.Map;

class MeaningTest {
    private static final Meaning MEANING = new Meaning();

    private static float[] vector(String text) throws IOException {
        return MEANING.vector(text).orElseThrow();
    }

    private static float likeness(String one, String other) throws IOException {
        return Meaning.likeness(vector(one), vector(other));
    }

    @Nested
    class AVector {
        @Test
        void has_the_promised_size_and_length_one() throws IOException {
            float[] vector = vector("a golden retriever");
            assertThat(vector).hasSize(Meaning.DIMENSIONS);
            assertThat(Meaning.likeness(vector, vector)).isCloseTo(1, within(.0001f));
        }

        @Test
        void is_the_same_at_every_call() throws IOException {
            assertThat(vector("the sea")).containsExactly(vector("the sea"));
        }

        @Test
        void does_not_mind_case_and_accents() throws IOException {
            assertThat(vector("Café")).containsExactly(vector("cafe"));
        }
    }

    @Nested
    class Likeness {
        @Test
        void is_greater_between_synonyms_than_between_strangers() throws IOException {
            assertThat(likeness("puppy", "dog")).isGreaterThan(likeness("puppy", "car") + .2f);
            assertThat(likeness("automobile", "car"))
                    .isGreaterThan(likeness("automobile", "cat") + .2f);
        }
    }

    @Nested
    class OtherLanguages {
        @Test
        void that_the_model_cannot_read_have_no_vector() throws IOException {
            for (var text : List.of("รถไฟวิ่งในหิมะ", "🚂❄️", "😀", "ႁဢႇၼၼ်ႉ", "2̸😀😀"))
                assertThat(MEANING.vector(text)).as(text).isEmpty();
        }

        @Test
        void are_not_alike_because_they_are_strange() throws IOException {
            assertThat(likeness("汽車が雪の中を走る", "猫が日向で眠っている")).isLessThan(.7f);
            assertThat(likeness("汽車が雪の中を走る", "新しい冷蔵庫の使い方")).isLessThan(.7f);
            assertThat(likeness("雪の汽車", "汽車が雪の中を走る"))
                    .isGreaterThan(likeness("雪の汽車", "猫が日向で眠っている") + .1f);
        }
    }

    @Nested
    class TheModel {
        private final Meaning meaning = new Meaning();

        @Test
        void is_loaded_at_the_first_text() throws IOException {
            assertThat(meaning.isLoaded()).isFalse();
            meaning.vector("a dog");
            assertThat(meaning.isLoaded()).isTrue();
        }

        @Test
        void is_let_go_once_nobody_has_asked_between_two_calls() throws IOException {
            meaning.vector("a dog");
            meaning.rest();
            assertThat(meaning.isLoaded()).isTrue();
            meaning.rest();
            assertThat(meaning.isLoaded()).isFalse();
        }

        @Test
        void comes_back_as_it_was() throws IOException {
            float[] before = meaning.vector("a dog").orElseThrow();
            meaning.rest();
            meaning.rest();
            assertThat(meaning.vector("a dog").orElseThrow()).containsExactly(before);
        }
    }

    @Nested
    class Cutting {
        private final WordPiece wordPiece = new WordPiece(
                Map.of("[UNK]", 1, "[CLS]", 2, "[SEP]", 3, "surf", 4, "##ing", 5, "!", 6, "雪", 7));

        private long[] pieces(String text) {
            return wordPiece.pieces(text).orElseThrow();
        }

        @Test
        void takes_the_longest_known_piece_first() {
            assertThat(pieces("Surfing!")).containsExactly(2, 4, 5, 6, 3);
        }

        @Test
        void makes_a_word_unknown_as_a_whole() {
            assertThat(pieces("surfboard surfing surf")).containsExactly(2, 1, 4, 5, 4, 3);
        }

        @Test
        void lets_ideographs_and_punctuation_stand_alone() {
            assertThat(WordPiece.words("Ночь, 汽車が走る £5=5 a\u200db\u00a0Café"))
                    .containsExactly(
                            "ночь", ",", "汽", "車", "か", "走", "る", "£5", "=", "5", "ab", "cafe");
            assertThat(pieces("surf雪")).containsExactly(2, 4, 7, 3);
        }

        @Test
        void gives_nothing_where_more_is_unknown_than_known() {
            assertThat(wordPiece.pieces("แมวนอนหลับ surf")).isEmpty();
            assertThat(wordPiece.pieces("😀!!")).isEmpty();
            assertThat(wordPiece.pieces("!!")).isEmpty();
            assertThat(wordPiece.pieces(" ")).isEmpty();
            assertThat(pieces("😀 surf")).containsExactly(2, 1, 4, 3);
        }

        @Test
        void stops_at_the_longest_text_that_the_model_takes() {
            assertThat(pieces("surf ".repeat(500))).hasSize(128).endsWith(4, 3);
        }
    }
}
