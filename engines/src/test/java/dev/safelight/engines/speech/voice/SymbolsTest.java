package dev.safelight.engines.speech.voice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class SymbolsTest {
    private static final Map<Integer, List<Long>> ALPHABET = Map.of(
            (int) 'a',
            List.of(1L),
            (int) 'b',
            List.of(2L),
            (int) ' ',
            List.of(3L),
            (int) '.',
            List.of(4L));
    private static final List<SpokenWord> WORDS = List.of(
            new SpokenWord("A", "a", ""),
            new SpokenWord("??", "?", ""),
            new SpokenWord("Ba", "ba", "."));

    @Test
    void each_symbol_is_followed_by_the_pad() {
        Symbols symbols =
                new Symbols(ALPHABET, List.of(0L)).mark(List.of(8L)).line(WORDS).mark(List.of(9L));

        assertThat(symbols.ids()).containsExactly(8, 1, 0, 3, 0, 3, 0, 2, 0, 1, 0, 4, 0, 9);
    }

    @Test
    void a_word_lasts_from_its_first_symbol_to_its_last() {
        Symbols symbols =
                new Symbols(ALPHABET, List.of()).mark(List.of(8L)).line(WORDS).mark(List.of(9L));

        assertThat(symbols.spans(WORDS, new int[] {10, 20, 5, 5, 30, 40, 7, 3}))
                .containsExactly(
                        new Utterance.Span("A", 10, 30),
                        new Utterance.Span("??", 30, 30),
                        new Utterance.Span("Ba", 40, 110));
    }
}
