package dev.safelight.media.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.Map;

class MeaningTest {
    private static final Meaning MEANING = new Meaning();

    private static float likeness(String one, String other) throws IOException {
        return Meaning.likeness(MEANING.vector(one), MEANING.vector(other));
    }

    @Nested
    class AVector {
        @Test
        void has_the_promised_size_and_length_one() throws IOException {
            float[] vector = MEANING.vector("a golden retriever");
            assertThat(vector).hasSize(Meaning.DIMENSIONS);
            assertThat(Meaning.likeness(vector, vector)).isCloseTo(1, within(.0001f));
        }

        @Test
        void is_the_same_at_every_call() throws IOException {
            assertThat(MEANING.vector("the sea")).containsExactly(MEANING.vector("the sea"));
        }

        @Test
        void does_not_mind_case_and_accents() throws IOException {
            assertThat(MEANING.vector("Café")).containsExactly(MEANING.vector("cafe"));
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
            float[] before = meaning.vector("a dog");
            meaning.rest();
            meaning.rest();
            assertThat(meaning.vector("a dog")).containsExactly(before);
        }
    }

    @Nested
    class Cutting {
        private final WordPiece wordPiece = new WordPiece(
                Map.of("[UNK]", 1, "[CLS]", 2, "[SEP]", 3, "surf", 4, "##ing", 5, "!", 6));

        @Test
        void takes_the_longest_known_piece_first() {
            assertThat(wordPiece.pieces("Surfing!")).containsExactly(2, 4, 5, 6, 3);
        }

        @Test
        void makes_a_word_unknown_as_a_whole() {
            assertThat(wordPiece.pieces("surfboard surf")).containsExactly(2, 1, 4, 3);
        }

        @Test
        void stops_at_the_longest_text_that_the_model_takes() {
            assertThat(wordPiece.pieces("surf ".repeat(500))).hasSize(128).endsWith(4, 3);
        }
    }
}
