package dev.safelight.engines.illustrator;

import dev.safelight.core.engine.Stopped;

/** Lays one actor into the picture under the scene's light. */
final class Shot {
    /** How much the outline's slope turns the surface. */
    private static final float ROUND = 1.9f;

    private final Canvas canvas;
    private final Light light;
    private final Actor actor;
    private final Texture texture;
    private final Relief relief;
    private final float cos;
    private final float sin;
    private final float scale;

    Shot(Canvas canvas, Light light, Actor actor) {
        this.canvas = canvas;
        this.light = light;
        this.actor = actor;
        this.texture = new Texture(actor.sprite());
        this.relief = Relief.of(actor.sprite(), .035f);
        this.cos = (float) Math.cos(actor.spot().tilt());
        this.sin = (float) Math.sin(actor.spot().tilt());
        this.scale = actor.sprite().height() / actor.spot().tall();
    }

    Actor actor() {
        return actor;
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
        return (dx * cos + dy * sin) * scale + actor.sprite().width() * .5f;
    }

    /** The row of the sprite at an offset from the foot's middle. */
    float v(float dx, float dy) {
        return (dy * cos - dx * sin) * scale + actor.sprite().height();
    }

    void paint(Bands bands) throws Stopped {
        Spot spot = actor.spot();
        float reach = spot.tall() + actor.sprite().width() / scale;
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
        float step = Math.max(1, actor.sprite().height() * .012f);
        float here = relief.at(u, v);
        float slopeX = (relief.at(u + step, v) - relief.at(u - step, v)) / (2 * step);
        float slopeY = (relief.at(u, v + step) - relief.at(u, v - step)) / (2 * step);
        float bend = ROUND * actor.sprite().height() * .035f;
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
