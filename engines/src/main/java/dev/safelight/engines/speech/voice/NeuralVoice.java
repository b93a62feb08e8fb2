package dev.safelight.engines.speech.voice;

import ai.onnxruntime.OrtException;

import dev.safelight.media.onnx.Termination;

/** A loaded voice. Lines may be said by several threads at once. */
public sealed interface NeuralVoice permits PiperVoice, KokoroVoice {

    int sampleRate();

    /** How many phonemes a line should hold at most: progress is told before each line. */
    int longestLine();

    /**
     * How many phonemes may be said at once at the voice's own speed, so that half of the tool's
     * deadline is enough on two cores that are loaded. Measured: see ADR 11.
     */
    int longestText();

    /** SHA-256 of the model file, as in {@code sha256:58af...}. */
    String digest();

    /** Whether word times are the model's own; else they are spread over the line by phonemes. */
    boolean timesItself();

    /** Whether the same line at the same speed is always the same sound. */
    boolean repeatsItself();

    /**
     * Says one line.
     *
     * @param speed 1 is the voice's own, 2 is twice as fast
     * @param termination ends it in the middle of the line
     * @throws OrtException when the model breaks, or was ended
     */
    Utterance say(Line line, double speed, Termination termination) throws OrtException;
}
