package dev.safelight.engines.speech.voice;

import java.util.List;

/**
 * What a voice says in one breath: a sentence, or a piece of a long one.
 *
 * @param words at least one
 * @param end what comes after it
 */
public record Line(List<SpokenWord> words, End end) {
    public Line {
        words = List.copyOf(words);
    }

    /** How many phonemes it has, the gaps between words among them. */
    public int phonemes() {
        return words.stream().mapToInt(word -> word.ipa().length() + 1).sum();
    }

    /** How a line ends, which is how long the silence after it lasts. */
    public enum End {
        PIECE(0.06),
        SENTENCE(0.22),
        PARAGRAPH(0.5);

        private final double seconds;

        End(double seconds) {
            this.seconds = seconds;
        }

        /** The silence after it, in seconds at normal speed. */
        public double seconds() {
            return seconds;
        }
    }
}
