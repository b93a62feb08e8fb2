package dev.safelight.engines.speech.english;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.stream.Collectors;

class PhrasingTest {
    private final Reader reader = new Reader(word -> true);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "He moved to Rome in 1952 with nothing | He moved to Rome, in 1952, with nothing",
                "We sold 450 chairs | We sold, 450 chairs",
                "Bring me 3 chairs | Bring me 3 chairs",
                "It was 6:30 pm at last | It was, 6:30 pm, at last",
                "450 chairs | 450 chairs"
            })
    void a_long_figure_stands_apart_with_its_little_words_and_its_noun(String text, String said) {
        assertThat(phrased(text)).isEqualTo(said);
    }

    private String phrased(String text) {
        return Phrasing.of(reader.read(text)).stream()
                .map(reading -> reading.written() + reading.pause())
                .collect(Collectors.joining(" "));
    }
}
