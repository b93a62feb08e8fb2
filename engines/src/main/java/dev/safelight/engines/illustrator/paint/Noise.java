package dev.safelight.engines.illustrator.paint;

/**
 * Chance that is a pure function of place and seed, so that pixels can be worked out in any order.
 */
public final class Noise {
    private Noise() {}

    /** A number in [0, 1) for a cell of the grid. */
    public static float hash(int x, int y, int seed) {
        int n = x * 374_761_393 + y * 668_265_263 + seed * 1_274_126_177;
        n = (n ^ n >>> 13) * 1_274_126_177;
        n = (n ^ n >>> 15) * 739_391;
        return ((n ^ n >>> 16) & 0xFFFFFF) / (float) 0x1000000;
    }

    /** Smooth noise in [0, 1] with a grain of about one unit. */
    public static float value(float x, float y, int seed) {
        int xi = floor(x);
        int yi = floor(y);
        float fx = x - xi;
        float fy = y - yi;
        fx = fx * fx * fx * (fx * (fx * 6 - 15) + 10);
        fy = fy * fy * fy * (fy * (fy * 6 - 15) + 10);
        float a = hash(xi, yi, seed);
        float b = hash(xi + 1, yi, seed);
        float c = hash(xi, yi + 1, seed);
        float d = hash(xi + 1, yi + 1, seed);
        return a + (b - a) * fx + (c - a) * fy + (a - b - c + d) * fx * fy;
    }

    /**
     * Noise of several scales, each turned so that no grid shows; about 0.5 on average, in [0, 1].
     */
    public static float fbm(float x, float y, int octaves, int seed) {
        float sum = 0;
        float part = .5f;
        float total = 0;
        for (int octave = 0; octave < octaves; octave++) {
            sum += part * value(x, y, seed + octave);
            total += part;
            float turned = x * 1.6f - y * 1.2f;
            y = x * 1.2f + y * 1.6f;
            x = turned;
            part *= .5f;
        }
        return sum / total;
    }

    /** Noise with sharp crests, in [0, 1]. */
    public static float ridged(float x, float y, int octaves, int seed) {
        float sum = 0;
        float part = .5f;
        float total = 0;
        float before = 1;
        for (int octave = 0; octave < octaves; octave++) {
            float crest = 1 - Math.abs(value(x, y, seed + octave) * 2 - 1);
            crest *= crest;
            sum += part * crest * before;
            total += part;
            // Detail belongs on the crests; valleys are smooth.
            before = Math.min(1, crest * 1.8f);
            float turned = x * 1.6f - y * 1.2f;
            y = x * 1.2f + y * 1.6f;
            x = turned;
            part *= .48f;
        }
        return sum / total;
    }

    public static int floor(float x) {
        int whole = (int) x;
        return x < whole ? whole - 1 : whole;
    }

    /** 0 below {@code from}, 1 above {@code to}, smooth between. */
    public static float smooth(float from, float to, float x) {
        float t = Math.clamp((x - from) / (to - from), 0f, 1f);
        return t * t * (3 - 2 * t);
    }
}
