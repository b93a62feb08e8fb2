package dev.safelight.media.sound;

/**
 * Brings a voice to one loudness. The first line that can be heard sets the gain for all, so that
 * sentences keep their proportions; a line whose peak would clip is held lower.
 */
public final class Level {
    private static final double TARGET = Math.pow(10, -20 / 20.0); // -20 dBFS while speaking
    private static final double PEAK = 0.97;
    private static final double SILENT = Math.pow(10, -45 / 20.0);
    private static final double MOST = 4;
    private static final int FADE =
            128; // samples, about 5 ms: no click where a line begins or ends
    private static final int WINDOW = 512;
    private double gain;

    /** How much louder this line is to be made. */
    public double gain(float[] samples) {
        if (gain == 0) gain = Math.min(MOST, TARGET / speaking(samples));
        float peak = 0;
        for (float sample : samples) peak = Math.max(peak, Math.abs(sample));
        double wanted = gain;
        if (Double.isInfinite(wanted) || Double.isNaN(wanted)) wanted = 1;
        return peak * wanted > PEAK ? PEAK / peak : wanted;
    }

    /** Lets a line rise from nothing and fall to nothing, in place. */
    public static void fade(float[] samples) {
        int edge = Math.min(FADE, samples.length / 2);
        for (int i = 0; i < edge; i++) {
            float factor = (float) i / edge;
            samples[i] *= factor;
            samples[samples.length - 1 - i] *= factor;
        }
    }

    /** The root mean square of the windows in which somebody speaks. */
    private static double speaking(float[] samples) {
        double sum = 0;
        int count = 0;
        for (int from = 0; from < samples.length; from += WINDOW) {
            int to = Math.min(samples.length, from + WINDOW);
            double energy = 0;
            for (int i = from; i < to; i++) energy += (double) samples[i] * samples[i];
            if (Math.sqrt(energy / (to - from)) < SILENT) continue;
            sum += energy;
            count += to - from;
        }
        return count == 0 ? TARGET : Math.sqrt(sum / count);
    }
}
