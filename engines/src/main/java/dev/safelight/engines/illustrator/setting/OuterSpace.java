package dev.safelight.engines.illustrator.setting;

import dev.safelight.engines.illustrator.paint.Ink;
import dev.safelight.engines.illustrator.paint.Noise;
import dev.safelight.engines.illustrator.paint.Rgb;
import dev.safelight.engines.illustrator.paint.View;
import dev.safelight.engines.illustrator.sky.Stars;

/** OuterSpace space: clouds of gas, stars and a planet, with rings or without. */
final class OuterSpace implements Backdrop.Rays {
    private static final Rgb[][] GAS = {
        {Rgb.of(0xA03CC8), Rgb.of(0x2F7FD0)},
        {Rgb.of(0xC8486A), Rgb.of(0x2A9AA8)},
        {Rgb.of(0x3F58D8), Rgb.of(0xD08A3C)},
        {Rgb.of(0x2FA88C), Rgb.of(0x7A48C0)},
    };
    private static final Rgb[][] PLANETS = {
        {Rgb.of(0x7A3D2A), Rgb.of(0xF2C58A)},
        {Rgb.of(0x24466E), Rgb.of(0xA8D8E8)},
        {Rgb.of(0x5C2A4E), Rgb.of(0xF0A8B0)},
        {Rgb.of(0x3A4A2E), Rgb.of(0xD8CFA0)},
    };
    private final int seed;
    private final Rgb[] gas;
    private final Rgb[] planet;
    private final float px;
    private final float py;
    private final float radius;
    private final boolean ringed;

    OuterSpace(View view, int seed) {
        this.seed = seed;
        this.gas = GAS[pick(1, GAS.length)];
        this.planet = PLANETS[pick(2, PLANETS.length)];
        this.radius = .22f + .1f * Noise.hash(3, 3, seed);
        // The planet hangs in the upper right, clear of the subjects.
        this.px = view.edge() * (.62f + .2f * Noise.hash(4, 3, seed));
        this.py = .26f + .1f * Noise.hash(5, 3, seed);
        this.ringed = Noise.hash(6, 3, seed) < .65f;
    }

    private int pick(int what, int from) {
        return (int) (Noise.hash(what, 3, seed) * from);
    }

    @Override
    public void at(float nx, float ny, Ink out) {
        nebula(nx, ny, out);
        Stars.at(nx, ny, seed, out);
        float u = (nx - px) / radius;
        float v = (ny - py) / radius;
        float inside = u * u + v * v;
        if (inside < 1.03f) ball(u, v, inside, out);
        if (ringed) rings(u, v, inside, out);
    }

    /** Two clouds of gas, each bent by a third field, darkened by dust, bright where both meet. */
    private void nebula(float nx, float ny, Ink out) {
        float bend = Noise.fbm(nx * 1.3f + 4, ny * 1.3f, 4, seed + 20);
        float one = Noise.fbm(nx * 1.5f + bend * 1.4f + 3, ny * 1.5f + bend, 7, seed);
        float two = Noise.fbm(nx * 1.9f - 5 + bend, ny * 1.9f + 9, 7, seed + 40);
        float dust = Noise.fbm(nx * 3 + bend * 2, ny * 3, 6, seed + 80);
        float a = Math.max(0, one - .38f) * 2.6f;
        float b = Math.max(0, two - .42f) * 2.6f;
        out.set(.004f, .005f, .016f);
        out.add(gas[0], a * a);
        out.add(gas[1], b * b);
        out.scale(1 - .75f * Noise.smooth(.5f, .72f, dust));
        float core = Math.max(0, a * b - .12f);
        out.r += core * .7f;
        out.g += core * .55f;
        out.b += core * .6f;
    }

    /** A lit sphere with bands of cloud and a thin bright rim of air. */
    private void ball(float u, float v, float inside, Ink out) {
        float w = (float) Math.sqrt(Math.max(0, 1 - inside));
        float stir = Noise.fbm(u * 3, v * 9, 4, seed + 7);
        float bands = Noise.fbm(u * 1.1f + stir * .4f, v * 5 + w * .4f, 5, seed + 9);
        float lit = Math.max(0, -u * .72f + v * .42f + w * .55f);
        float rim = (1 - w) * (1 - w) * (1 - w) * lit;
        float edge = Noise.smooth(1.012f, .985f, inside);
        Rgb dark = planet[0];
        Rgb pale = planet[1];
        float t = Math.clamp(bands * 1.7f - .35f, 0f, 1f);
        float day = lit * 1.45f + .012f;
        out.mix(
                (dark.r() + (pale.r() - dark.r()) * t) * day + rim * .35f,
                (dark.g() + (pale.g() - dark.g()) * t) * day + rim * .45f,
                (dark.b() + (pale.b() - dark.b()) * t) * day + rim * .7f,
                edge);
    }

    private void rings(float u, float v, float inside, Ink out) {
        float a = u * .966f + v * .259f;
        float b = (v * .966f - u * .259f) * 3.7f;
        float far = (float) Math.sqrt(a * a + b * b);
        if (far < 1.25f || far > 2.1f || (inside < 1 && b > 0)) return;
        float grooves = Noise.value(far * 22, 1, seed) * .6f
                + Noise.value(far * 70, 1, seed + 1) * .25f
                + .15f;
        float ends = Noise.smooth(1.25f, 1.3f, far) * Noise.smooth(2.1f, 2.02f, far);
        // The planet throws its shadow on the rings behind it.
        float shade = b > 0 && a > 0 && Math.abs(b) < 1.1f ? .25f : 1;
        out.mix(.62f * shade, .5f * shade, .38f * shade, grooves * ends * .8f);
    }
}
