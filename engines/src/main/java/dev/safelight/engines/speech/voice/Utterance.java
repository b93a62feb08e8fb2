package dev.safelight.engines.speech.voice;

import java.util.List;

/** A line as it was said: samples between -1 and 1, and where its words lie among them. */
public final class Utterance {
    private final float[] samples;
    private final List<Span> words;

    Utterance(float[] samples, List<Span> words) {
        this.samples = samples;
        this.words = List.copyOf(words);
    }

    /** The samples themselves, not a copy. */
    public float[] samples() {
        return samples;
    }

    /** One for each word of the line, in order. */
    public List<Span> words() {
        return words;
    }

    /**
     * Where a word lies.
     *
     * @param from its first sample
     * @param to the sample after its last
     */
    public record Span(String written, int from, int to) {}
}
