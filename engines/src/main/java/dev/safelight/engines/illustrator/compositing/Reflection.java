package dev.safelight.engines.illustrator.compositing;

import dev.safelight.core.engine.Stopped;
import dev.safelight.engines.illustrator.paint.Bands;
import dev.safelight.engines.illustrator.paint.Canvas;
import dev.safelight.engines.illustrator.paint.Ink;
import dev.safelight.engines.illustrator.paint.Noise;
import dev.safelight.engines.illustrator.paint.Rgb;
import dev.safelight.engines.illustrator.sky.Light;

/** What water does with what floats on it: a broken image below, foam where they meet. */
final class Reflection {
    private final Canvas canvas;
    private final Light light;
    private final SubjectPainter painter;
    private final int seed;

    Reflection(Canvas canvas, Light light, SubjectPainter painter, int seed) {
        this.canvas = canvas;
        this.light = light;
        this.painter = painter;
        this.seed = seed;
    }

    void mirror(Bands bands) throws Stopped {
        Spot spot = painter.placed().spot();
        Texture texture = new Texture(painter.placed().sprite());
        float half = painter.placed().sprite().width() / painter.scale() * .62f;
        int top = Math.clamp((int) spot.foot(), 0, canvas.height());
        int bottom = Math.clamp((int) (spot.foot() + spot.tall() * .75f), 0, canvas.height());
        Rgb open = light.ambient().plus(light.key().times(.35f));
        bands.lines(bottom - top, row -> {
            Ink ink = new Ink();
            float down = row + .5f;
            float far = down / spot.tall();
            for (int x = Math.max(0, (int) (spot.x() - half));
                    x < Math.min(canvas.width(), spot.x() + half);
                    x++) {
                float wave = Noise.fbm(x / spot.tall() * 5, down / spot.tall() * 26, 3, seed) - .5f;
                float dx = x + .5f - spot.x() + wave * spot.tall() * (.05f + .22f * far);
                float high = down * 1.18f + wave * spot.tall() * .1f;
                float cover = texture.at(
                        dx * painter.scale() + painter.placed().sprite().width() * .5f,
                        painter.placed().sprite().height() - high * painter.scale(),
                        ink);
                if (cover <= .01f) continue;
                ink.scale(1 / cover);
                ink.times(open.r() * .75f, open.g() * .78f, open.b() * .82f);
                canvas.lay(x, top + row, ink, Math.min(1, cover) * Math.max(0, .62f - .6f * far));
            }
        });
    }

    /** Foam along the waterline, over the lowest part of the subject. */
    void foam() {
        Spot spot = painter.placed().spot();
        float half = painter.placed().sprite().width() / painter.scale() * .5f;
        Ink ink = new Ink();
        Rgb open = light.ambient().plus(light.key().times(.6f));
        ink.set(.88f * open.r() + .06f, .91f * open.g() + .06f, .93f * open.b() + .07f);
        for (int drop = 0; drop < 700; drop++) {
            float along = Noise.hash(drop, 1, seed) * 2 - 1;
            float spread = Noise.hash(drop, 2, seed) + Noise.hash(drop, 3, seed) - 1;
            float x = spot.x() + along * half * 1.04f;
            float y = spot.foot() + spread * spot.tall() * .018f + spot.tall() * .004f;
            float size = spot.tall() * (.002f + .007f * Noise.hash(drop, 4, seed));
            canvas.dot(
                    x,
                    y,
                    size,
                    ink,
                    (.25f + .4f * Noise.hash(drop, 5, seed)) * (1.1f - along * along * .8f));
        }
    }
}
