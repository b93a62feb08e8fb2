package dev.safelight.media.sound;

import java.util.ArrayList;
import java.util.List;

/** One channel of sound that grows at its end: 16-bit samples. For one thread. */
public final class Sound {
    private final int sampleRate;
    private final List<short[]> pieces = new ArrayList<>();
    private int length;

    public Sound(int sampleRate) {
        this.sampleRate = sampleRate;
    }

    public int sampleRate() {
        return sampleRate;
    }

    /** How many samples there are. */
    public int length() {
        return length;
    }

    /** How long it lasts. */
    public double seconds() {
        return (double) length / sampleRate;
    }

    /** Adds samples, made louder by {@code gain}; what leaves the range is held at its edge. */
    public void add(float[] samples, double gain) {
        short[] piece = new short[samples.length];
        for (int i = 0; i < piece.length; i++)
            piece[i] = (short) Math.clamp(
                    Math.round(samples[i] * gain * Short.MAX_VALUE),
                    Short.MIN_VALUE,
                    Short.MAX_VALUE);
        add(piece);
    }

    /** Adds samples as they are; the array belongs to this sound from here on. */
    public void add(short[] samples) {
        pieces.add(samples);
        length += samples.length;
    }

    /** Adds nothing to be heard. */
    public void addSilence(double seconds) {
        add(new short[(int) Math.round(seconds * sampleRate)]);
    }

    /** All samples in one new array. */
    public short[] samples() {
        short[] all = new short[length];
        int at = 0;
        for (short[] piece : pieces) {
            System.arraycopy(piece, 0, all, at, piece.length);
            at += piece.length;
        }
        return all;
    }
}
