package dev.safelight.engines.illustrator.sky;

import dev.safelight.engines.illustrator.paint.Ink;
import dev.safelight.engines.illustrator.paint.Noise;

/** Northern lights: curtains that hang in folds over the northern sky. */
final class Aurora {
    private Aurora() {}

    static void at(float nx, float ny, int seed, Ink out) {
        for (int curtain = 0; curtain < 3; curtain++) {
            float fold = Noise.fbm(nx * 1.3f + curtain * 5, .5f, 4, seed + 401) - .5f;
            float foot = .1f
                    + .13f * curtain
                    + fold * .55f
                    + .06f * (float) Math.sin(nx * 5 + curtain * 2 + seed % 9);
            float up = ny - foot;
            if (up < -.03f) continue;
            float rays =
                    .35f + 1.1f * Noise.fbm(nx * 16 + fold * 10, ny * .5f, 3, seed + 402 + curtain);
            float body = Noise.smooth(-.03f, .015f, up) * (float) Math.exp(-up * 5.2f) * rays;
            float high = Noise.smooth(.02f, .34f, up);
            float share = body * (.55f - .1f * curtain);
            out.r += share * (.08f + .5f * high);
            out.g += share * (.85f - .6f * high);
            out.b += share * (.38f + .35f * high);
        }
    }
}
