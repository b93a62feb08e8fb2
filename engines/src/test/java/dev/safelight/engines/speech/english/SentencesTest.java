package dev.safelight.engines.speech.english;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.util.List;

class SentencesTest {

    @Nested
    class Stops {
        @Test
        void a_stop_before_a_capital_ends_a_sentence() {
            assertThat(texts("It rains. We stay! Do you? \"Yes.\" Good."))
                    .containsExactly("It rains.", "We stay!", "Do you?", "\"Yes.\"", "Good.");
        }

        @Test
        void the_dot_of_an_abbreviation_does_not() {
            assertThat(texts("Dr. Who met J. R. Ewing in the U.S. Army, No. 5."))
                    .containsExactly("Dr. Who met J. R. Ewing in the U.S. Army, No. 5.");
        }

        @Test
        void nor_does_a_dot_inside_a_number_or_an_address() {
            assertThat(texts("Pi is 3.14 at example.com today.")).hasSize(1);
        }

        @Test
        void the_word_no_and_the_word_i_end_sentences() {
            assertThat(texts("He said no. So did I. Then we left.")).hasSize(3);
        }
    }

    @Nested
    class Lines {
        @Test
        void a_new_line_ends_a_paragraph() {
            assertThat(Sentences.of("One. Two\n\nThree"))
                    .containsExactly(
                            new Sentence("One.", false),
                            new Sentence("Two", true),
                            new Sentence("Three", true));
        }

        @Test
        void blank_text_has_no_sentences() {
            assertThat(Sentences.of(" \n \n")).isEmpty();
        }
    }

    private static List<String> texts(String text) {
        return Sentences.of(text).stream().map(Sentence::text).toList();
    }
}
