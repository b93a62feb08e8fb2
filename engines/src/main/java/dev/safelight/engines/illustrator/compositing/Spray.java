package dev.safelight.engines.illustrator.compositing;

import dev.safelight.engines.illustrator.paint.Canvas;
import dev.safelight.engines.illustrator.paint.Ink;
import dev.safelight.engines.illustrator.paint.Noise;
import dev.safelight.engines.illustrator.paint.Rgb;
import dev.safelight.engines.illustrator.sky.Light;

/** Water thrown up by a board that cuts through it, and the white track behind. */
final class Spray {
    private final Canvas canvas;
    private final int seed;
    /** White water takes the colour of the light. */
    private final Ink ink = new Ink();

    Spray(Canvas canvas, Light light, int seed) {
        this.canvas = canvas;
        this.seed = seed;
        Rgb open = light.ambient().times(1.1f).plus(light.key().times(.7f));
        ink.set(.8f * open.r() + .14f, .84f * open.g() + .13f, .88f * open.b() + .13f);
    }

    /** Behind the board: a fan of white water. {@code ahead} is -1 when the board points left. */
    void wake(Spot board, float length, float ahead) {
        for (int drop = 0; drop < 2600; drop++) {
            float back = (float) Math.pow(Noise.hash(drop, 1, seed), .8f);
            float fan = Noise.hash(drop, 2, seed) - .5f + Noise.hash(drop, 3, seed) - .5f;
            float x = board.x() - ahead * length * (back * 1.15f - .52f);
            float y = board.foot() + fan * length * (.025f + .055f * back) + length * .03f * back;
            float size = length
                    * (.0015f + .0075f * Noise.hash(drop, 4, seed) * Noise.hash(drop, 6, seed));
            canvas.dot(x, y, size, ink, (.2f + .5f * Noise.hash(drop, 5, seed)) * (1.05f - back));
        }
    }

    /** In front of the board: drops that fly up along its edge, most at the tail. */
    void drops(Spot board, float length, float ahead) {
        for (int drop = 0; drop < 1100; drop++) {
            float along = Noise.hash(drop, 11, seed);
            float up = (float) Math.pow(Noise.hash(drop, 12, seed), 3) * (.25f + along * .9f);
            float x = board.x() - ahead * length * (along - .42f + .12f * up);
            float y = board.foot() + length * (.03f - .17f * up);
            float size = length * (.0012f + .005f * Noise.hash(drop, 13, seed)) * (1.2f - up);
            canvas.dot(x, y, size, ink, .3f + .6f * Noise.hash(drop, 14, seed));
        }
    }
}
