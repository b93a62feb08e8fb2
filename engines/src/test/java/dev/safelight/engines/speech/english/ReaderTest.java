package dev.safelight.engines.speech.english;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import java.util.List;
import java.util.Set;

class ReaderTest {
    private static final Set<String> KNOWN = Set.of("cafe", "nasa", "stop", "drill", "this");
    private final Reader reader = new Reader(KNOWN::contains);

    @ParameterizedTest
    @CsvFileSource(
            resources = "/speech/readings.csv",
            delimiter = '|',
            numLinesToSkip = 1,
            quoteCharacter = '\0')
    void every_form_is_read_as_people_read_it(String kind, String written, String spoken) {
        assertThat(words(written)).as(kind).isEqualTo(spoken);
    }

    @Nested
    class Pauses {
        @Test
        void a_mark_pauses_after_the_word_before_it() {
            assertThat(reader.read("Well, yes!"))
                    .extracting(Reading::pause)
                    .containsExactly(",", "!");
        }

        @Test
        void brackets_and_free_dashes_pause() {
            assertThat(reader.read("one (two) three — four - five"))
                    .extracting(Reading::pause)
                    .containsExactly(",", ",", ",", ",", "");
        }

        @Test
        void the_strongest_of_several_marks_counts() {
            assertThat(reader.read("What?!, no").getFirst().pause()).isEqualTo("?");
        }
    }

    @Nested
    class Written {
        @Test
        void each_reading_keeps_what_stands_in_the_text() {
            assertThat(reader.read("It costs $12.50, Dr. Who."))
                    .extracting(Reading::written)
                    .containsExactly("It", "costs", "$12.50", "Dr.", "Who");
        }
    }

    private String words(String written) {
        List<String> words = reader.read(Cleaner.clean(written)).stream()
                .flatMap(reading -> reading.words().stream())
                .toList();
        return words.isEmpty() ? "(nothing)" : String.join(" ", words);
    }
}
