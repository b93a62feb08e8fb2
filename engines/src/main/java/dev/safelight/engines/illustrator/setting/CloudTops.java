package dev.safelight.engines.illustrator.setting;

import dev.safelight.engines.illustrator.paint.Ink;
import dev.safelight.engines.illustrator.paint.Noise;

/** What is seen from high up: a sea of cloud to the horizon. */
record CloudTops(int seed) implements Terrain {

    @Override
    public float height(float x, float z, int octaves) {
        float big = Noise.fbm(x * .012f, z * .012f, 3, seed) - .42f;
        float puff = 0;
        float part = 6.5f;
        float scale = .045f;
        for (int octave = 0; octave < Math.min(5, octaves); octave++) {
            float n = Math.abs(Noise.value(x * scale, z * scale, seed + 7 + octave) * 2 - 1);
            puff += part * (1 - n * n);
            part *= .36f;
            scale *= 2.1f;
        }
        return -27 + big * 46 + puff * 1.3f * Noise.smooth(-.14f, .14f, big + .08f);
    }

    @Override
    public void colour(float x, float z, float height, float up, Ink out) {
        float deep = Noise.smooth(-24, -4, height);
        out.set(.62f + .34f * deep, .66f + .29f * deep, .76f + .2f * deep);
    }

    @Override
    public float clear() {
        return 800;
    }

    @Override
    public Plants plants() {
        return new Plants(Plants.Kind.ROUND, 0, 20, 30);
    }
}
