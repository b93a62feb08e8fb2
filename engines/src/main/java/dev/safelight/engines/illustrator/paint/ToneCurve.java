package dev.safelight.engines.illustrator.paint;

/** From linear light to the eight bits of a file: a straight curve with a soft shoulder. */
public final class ToneCurve {
    private static final float KNEE = .72f;

    private ToneCurve() {}

    /** Values up to the knee stay as they are; above it they near 1 without ever clipping hard. */
    public static float shown(float light) {
        float value = (float) Math.sqrt(Math.max(0, light));
        if (value <= KNEE) return value;
        float over = (value - KNEE) / (1 - KNEE);
        return KNEE + (1 - KNEE) * (1 - 1 / (1 + over + over * over * .35f));
    }

    /** A byte, with less than one step of noise so that gradients show no bands. */
    public static int eightBits(float shown, float chance) {
        return Math.clamp((int) (shown * 255 + chance), 0, 255);
    }
}
