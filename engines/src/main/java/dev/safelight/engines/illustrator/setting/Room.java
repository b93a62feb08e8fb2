package dev.safelight.engines.illustrator.setting;

import dev.safelight.engines.illustrator.paint.Ink;
import dev.safelight.engines.illustrator.paint.Noise;
import dev.safelight.engines.illustrator.paint.Rgb;
import dev.safelight.engines.illustrator.sky.Atmosphere;
import dev.safelight.engines.illustrator.sky.TimeOfDay;

/** A room with a wooden floor, a rug, and a window through which the time of day is seen. */
final class Room implements Backdrop.Rays {
    private static final float EYE = 1.3f;
    private static final float WALL = 4.2f;
    private static final float SIDE = 3.4f;
    private static final Rgb[] PAINT = {
        Rgb.of(0xD9C7A8), Rgb.of(0xA9BFC4), Rgb.of(0xC9A9A0), Rgb.of(0xB5C2A2)
    };
    private static final Rgb WOOD = Rgb.of(0xA8713F);
    private static final Rgb RUG = Rgb.of(0x9C3F38);
    private final Atmosphere air;
    private final Rgb paint;
    private final Rgb lamp;
    private final float windowX;

    Room(Atmosphere air) {
        this.air = air;
        this.paint = PAINT[(int) (Noise.hash(1, 9, air.seed()) * PAINT.length)];
        boolean dark = air.time() == TimeOfDay.NIGHT || air.time() == TimeOfDay.DUSK;
        // After dark a warm lamp lights the room; by day the window does.
        this.lamp = dark
                ? new Rgb(.75f, .55f, .34f)
                : air.light().ambient().plus(new Rgb(.35f, .32f, .28f));
        this.windowX = Noise.hash(2, 9, air.seed()) < .5f ? -1.5f : 1.5f;
    }

    @Override
    public void at(float nx, float ny, Ink out) {
        float wallAt = Math.min(WALL, nx == 0 ? WALL : SIDE / Math.abs(nx));
        float floorAt = ny < 0 ? EYE / -ny : Float.MAX_VALUE;
        if (floorAt < wallAt) floor(nx * floorAt, floorAt, out);
        else if (wallAt < WALL) side(ny * wallAt + EYE, wallAt, out);
        else back(nx, ny, out);
        float corner = .8f + .2f * Math.min(1, Math.abs(floorAt - wallAt) * .8f);
        out.scale(corner * (1.08f - .16f * (nx * nx + ny * ny)));
    }

    private void floor(float x, float z, Ink out) {
        int plank = Noise.floor(x / .32f);
        float along = z + 2.1f * Noise.hash(plank, 1, air.seed());
        int board = Noise.floor(along / 1.9f);
        float tone = .7f + .45f * Noise.hash(plank, board, air.seed() + 3);
        float grain = Noise.fbm(x * 26, z * 1.6f, 4, air.seed() + 4);
        float gap = Noise.smooth(.0f, .012f, Math.abs(x / .32f - plank) * .32f);
        out.set(WOOD);
        out.scale(tone * (.7f + .5f * grain) * (.55f + .45f * gap));
        rug(x, z, out);
        out.times(lamp.r() * 1.15f, lamp.g() * 1.15f, lamp.b() * 1.15f);
        pool(x, z, out);
    }

    /** Subjects stand here: it gives a room without furniture a middle. */
    private void rug(float x, float z, Ink out) {
        float u = x / 1.75f;
        float v = (z - 2.65f) / .95f;
        float far = (float) Math.sqrt(u * u + v * v);
        if (far > 1) return;
        float weave = .85f + .3f * Noise.value(x * 60, z * 60, air.seed() + 5);
        boolean border = far > .86f || (far > .7f && far < .74f);
        float r = border ? .78f : RUG.r();
        float g = border ? .66f : RUG.g();
        float b = border ? .48f : RUG.b();
        out.mix(r * weave, g * weave, b * weave, Noise.smooth(1, .985f, far));
    }

    /** The patch of light that the window throws on the floor. */
    private void pool(float x, float z, Ink out) {
        float u = Math.abs(x - windowX * .35f - (z - 3) * .5f * Math.signum(windowX));
        float v = Math.abs(z - 2.9f);
        float inside = Noise.smooth(.62f, .5f, u) * Noise.smooth(.75f, .6f, v);
        float bars = Noise.smooth(.02f, .05f, u) * Noise.smooth(.02f, .05f, v);
        out.add(air.light().key(), inside * bars * .4f);
    }

    private void side(float height, float z, Ink out) {
        out.set(paint);
        skirting(height, out);
        out.scale(.62f + .05f * z);
        out.times(lamp.r(), lamp.g(), lamp.b());
    }

    private void back(float nx, float ny, Ink out) {
        float x = nx * WALL;
        float y = ny * WALL + EYE;
        float fall = 1.05f - .1f * Math.abs(x - windowX);
        out.set(paint);
        skirting(y, out);
        out.scale(fall);
        out.times(lamp.r(), lamp.g(), lamp.b());
        float u = Math.abs(x - windowX);
        float v = Math.abs(y - 2);
        if (u < .78f && v < .98f) window(x, y, u, v, out);
    }

    private void window(float x, float y, float u, float v, Ink out) {
        boolean frame = u > .7f || v > .9f || u < .03f || Math.abs(v - .1f) < .03f;
        if (frame) out.set(lamp.r() * .9f, lamp.g() * .88f, lamp.b() * .84f);
        else air.sky().at((x - windowX) * .6f, Math.max(0, (y - .9f) * .35f), out);
    }

    private static void skirting(float height, Ink out) {
        if (height < .17f) out.set(.78f, .76f, .72f);
    }
}
