package dev.safelight.engines.illustrator.compositing;

import dev.safelight.core.engine.Stopped;
import dev.safelight.engines.illustrator.art.Sprite;
import dev.safelight.engines.illustrator.paint.Bands;
import dev.safelight.engines.illustrator.paint.Canvas;
import dev.safelight.engines.illustrator.paint.Noise;
import dev.safelight.engines.illustrator.paint.Rgb;
import dev.safelight.engines.illustrator.sky.Light;

/** The shadow that a subject throws on level ground, and the dark where its feet meet it. */
final class Shadow {
    private final Canvas canvas;
    private final Light light;
    private final SubjectPainter painter;
    private final float slant;
    private final float acrossPerTall;
    private final float downPerTall;
    private final float depth;

    /** @param slant how steeply the ground is seen: rows per unit of depth */
    Shadow(Canvas canvas, Light light, SubjectPainter painter, float slant) {
        this.canvas = canvas;
        this.light = light;
        this.painter = painter;
        this.slant = slant;
        Light.Direction sun = light.towards();
        float high = Math.max(.3f, sun.y());
        this.acrossPerTall = Math.clamp(-sun.x() / high, -1.3f, 1.3f);
        // A shadow that runs straight sideways would have no width on the picture.
        float down = Math.clamp(sun.z() / high, -1.6f, 1.4f) * slant;
        this.downPerTall = Math.abs(down) < .14f ? Math.copySign(.14f, down) : down;
        float direct = light.key().luminance();
        this.depth = Math.clamp(direct / (direct + light.ambient().luminance() + .05f), .12f, .8f);
    }

    void paint(Bands bands) throws Stopped {
        cast(bands.part(0, .7f));
        contact(bands.part(.7f, 1));
    }

    /** Each row of ground below or beside the feet is the shadow of one height of the drawing. */
    private void cast(Bands bands) throws Stopped {
        Spot spot = painter.placed().spot();
        float run = downPerTall * spot.tall();
        int top =
                Math.clamp((int) Math.min(spot.foot(), spot.foot() + run) - 2, 0, canvas.height());
        int bottom =
                Math.clamp((int) Math.max(spot.foot(), spot.foot() + run) + 2, 0, canvas.height());
        float half = painter.placed().sprite().width() / painter.scale() * .6f;
        float lean = Math.abs(acrossPerTall) * spot.tall();
        int left = Math.clamp((int) (spot.x() - half - lean), 0, canvas.width());
        int right = Math.clamp((int) (spot.x() + half + lean), 0, canvas.width());
        bands.lines(bottom - top, row -> {
            float high = (top + row + .5f - spot.foot()) / run * spot.tall();
            if (high < 0 || high > spot.tall()) return;
            float soft = 1 - .45f * high / spot.tall();
            for (int x = left; x < right; x++) {
                float dx = x + .5f - spot.x() - acrossPerTall * high;
                float dark = painter.relief()
                        .at(
                                dx * painter.scale() + painter.placed().sprite().width() * .5f,
                                painter.placed().sprite().height() - high * painter.scale());
                if (dark > .01f)
                    darken(x, top + row, Noise.smooth(.05f, .75f, dark) * depth * soft);
            }
        });
    }

    /** Where it stands: as wide as the drawing's lowest part. */
    private void contact(Bands bands) throws Stopped {
        Spot spot = painter.placed().spot();
        float[] feet = feet(painter.placed().sprite());
        float middle =
                spot.x() + (feet[0] - painter.placed().sprite().width() * .5f) / painter.scale();
        float wide = feet[1] / painter.scale() * .6f + spot.tall() * .03f;
        float tall = Math.max(spot.tall() * .02f, wide * slant * .42f);
        int top = Math.clamp((int) (spot.foot() - tall * 2), 0, canvas.height());
        int bottom = Math.clamp((int) (spot.foot() + tall * 2), 0, canvas.height());
        bands.lines(bottom - top, row -> {
            float b = (top + row + .5f - spot.foot()) / tall;
            int from = Math.clamp((int) (middle - wide * 2), 0, canvas.width());
            int to = Math.clamp((int) (middle + wide * 2), 0, canvas.width());
            for (int x = from; x < to; x++) {
                float a = (x + .5f - middle) / wide;
                darken(x, top + row, .62f * (float) Math.exp(-(a * a * a * a + b * b) * 1.3f));
            }
        });
    }

    /** The middle and the half width of what touches the ground, in the sprite's pixels. */
    private static float[] feet(Sprite sprite) {
        int left = sprite.width();
        int right = 0;
        for (int y = Math.max(0, sprite.height() - 1 - sprite.height() / 14);
                y < sprite.height();
                y++) {
            for (int x = 0; x < sprite.width(); x++) {
                if (sprite.alpha(x, y) < 128) continue;
                left = Math.min(left, x);
                right = Math.max(right, x);
            }
        }
        return new float[] {(left + right) * .5f, Math.max(2, (right - left) * .5f)};
    }

    /** Shadow keeps the colour of the sky, so that it is not a black hole. */
    private void darken(int x, int y, float share) {
        Rgb ambient = light.ambient();
        float most = Math.max(.05f, Math.max(ambient.r(), Math.max(ambient.g(), ambient.b())));
        canvas.shade(
                x,
                y,
                1 - share * (1 - .14f * ambient.r() / most),
                1 - share * (1 - .16f * ambient.g() / most),
                1 - share * (1 - .24f * ambient.b() / most));
    }
}
