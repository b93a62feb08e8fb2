package dev.safelight.engines.illustrator.compositing;

import dev.safelight.core.engine.Stopped;
import dev.safelight.engines.illustrator.paint.Bands;
import dev.safelight.engines.illustrator.paint.Canvas;
import dev.safelight.engines.illustrator.paint.Ink;
import dev.safelight.engines.illustrator.paint.Noise;
import dev.safelight.engines.illustrator.paint.Rgb;
import dev.safelight.engines.illustrator.sky.Light;

/** Lays one subject into the picture under the scene's light. */
final class SubjectPainter {
    /** How much the outline's slope turns the surface. */
    private static final float ROUND = 1.9f;

    private final Canvas canvas;
    private final Light light;
    private final PlacedSubject placed;
    private final Texture texture;
    private final Relief relief;
    private final float cos;
    private final float sin;
    private final float scale;

    SubjectPainter(Canvas canvas, Light light, PlacedSubject placed) {
        this.canvas = canvas;
        this.light = light;
        this.placed = placed;
        this.texture = new Texture(placed.sprite());
        this.relief = Relief.of(placed.sprite(), .035f);
        this.cos = (float) Math.cos(placed.spot().tilt());
        this.sin = (float) Math.sin(placed.spot().tilt());
        this.scale = placed.sprite().height() / placed.spot().tall();
    }

    PlacedSubject placed() {
        return placed;
    }

    Relief relief() {
        return relief;
    }

    /** The sprite's pixels per pixel of the picture. */
    float scale() {
        return scale;
    }

    /** The column of the sprite at an offset from the foot's middle. */
    float u(float dx, float dy) {
        return (dx * cos + dy * sin) * scale + placed.sprite().width() * .5f;
    }

    /** The row of the sprite at an offset from the foot's middle. */
    float v(float dx, float dy) {
        return (dy * cos - dx * sin) * scale + placed.sprite().height();
    }

    void paint(Bands bands) throws Stopped {
        Spot spot = placed.spot();
        float reach = spot.tall() + placed.sprite().width() / scale;
        int top = Math.max(0, (int) (spot.foot() - reach));
        int bottom = Math.min(canvas.height(), (int) (spot.foot() + reach * .5f));
        int left = Math.max(0, (int) (spot.x() - reach));
        int right = Math.min(canvas.width(), (int) (spot.x() + reach));
        Rgb floor = fill();
        bands.lines(Math.max(0, bottom - top), row -> {
            Ink ink = new Ink();
            int y = top + row;
            for (int x = left; x < right; x++) {
                float dx = x + .5f - spot.x();
                float dy = y + .5f - spot.foot();
                float u = u(dx, dy);
                float v = v(dx, dy);
                float cover = texture.at(u, v, ink);
                if (cover <= .003f) continue;
                ink.scale(1 / cover);
                lit(u, v, floor, ink);
                canvas.lay(x, y, ink, Math.min(1, cover));
            }
        });
    }

    /** As much light from the front as keeps a subject readable before a low sun or at night. */
    private Rgb fill() {
        float front = light.ambient().luminance() + light.key().luminance() * .35f;
        float wanted = light.key().luminance() < .25f ? .3f : .58f;
        Rgb warm = light.colours().horizon().mix(new Rgb(1, 1, 1), .6f);
        return warm.times(Math.max(0, wanted - front));
    }

    private void lit(float u, float v, Rgb floor, Ink ink) {
        float step = Math.max(1, placed.sprite().height() * .012f);
        float here = relief.at(u, v);
        float slopeX = (relief.at(u + step, v) - relief.at(u - step, v)) / (2 * step);
        float slopeY = (relief.at(u, v + step) - relief.at(u, v - step)) / (2 * step);
        float bend = ROUND * placed.sprite().height() * .035f;
        float nx = -slopeX * bend;
        float ny = slopeY * bend;
        float length = (float) Math.sqrt(nx * nx + ny * ny + 1);
        Light.Direction sun = light.towards();
        float facing = (nx * sun.x() + ny * sun.y() - sun.z()) / length;
        float direct = Math.clamp(.5f + .62f * facing, 0f, 1.15f);
        float above = .82f + .3f * ny / length;
        ink.times(
                light.key().r() * direct + light.ambient().r() * above + floor.r(),
                light.key().g() * direct + light.ambient().g() * above + floor.g(),
                light.key().b() * direct + light.ambient().b() * above + floor.b());
        rim(nx * sun.x() + ny * (sun.y() + .15f), here, ink);
    }

    /** The bright edge towards a light that stands behind. */
    private void rim(float towards, float here, Ink ink) {
        float behind = Math.clamp(light.towards().z() + .25f, 0f, 1f);
        float edge = Math.max(0, towards) * Noise.smooth(.92f, .5f, here) * (.15f + behind);
        ink.add(light.key(), edge * .85f);
    }
}
