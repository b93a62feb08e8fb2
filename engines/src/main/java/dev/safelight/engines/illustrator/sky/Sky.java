package dev.safelight.engines.illustrator.sky;

import dev.safelight.engines.illustrator.paint.Ink;
import dev.safelight.engines.illustrator.paint.Noise;
import dev.safelight.engines.illustrator.paint.Rgb;

/** The sky in any direction: gradient, sun or moon, clouds and stars. */
public final class Sky {
    private static final float MOON = .055f;
    private final TimeOfDay time;
    private final Weather weather;
    private final Light light;
    private final int seed;

    Sky(TimeOfDay time, Weather weather, Light light, int seed) {
        this.time = time;
        this.weather = weather;
        this.light = light;
        this.seed = seed;
    }

    /** The colour in the direction of the ray (nx, ny, 1), {@code ny} at least 0. */
    public void at(float nx, float ny, Ink out) {
        float length = (float) Math.sqrt(nx * nx + ny * ny + 1);
        float dx = nx / length;
        float dy = Math.max(0, ny / length);
        float dz = 1 / length;
        gradient(dy, out);
        float towards = Math.max(0, light.towards().dot(dx, dy, dz));
        if (time == TimeOfDay.NIGHT) night(nx, ny, towards, out);
        else sun(towards, out);
        clouds(dx, dy, dz, towards, out);
    }

    /**
     * As {@link #at} without clouds, stars and disc: for what is mirrored roughly or lost in haze.
     */
    public void smooth(float dx, float dy, float dz, Ink out) {
        gradient(Math.max(0, dy), out);
        float towards = Math.max(0, light.towards().dot(dx, dy, dz));
        float wide = towards * towards * towards;
        wide *= wide;
        out.add(light.key(), wide * wide * .35f + wide * .12f);
    }

    /** Most of the colour changes near the horizon, as the air is thickest there. */
    private void gradient(float dy, Ink out) {
        Palette colours = light.colours();
        if (dy < .26f) {
            out.set(colours.horizon());
            out.mix(colours.middle(), Noise.smooth(-.04f, .26f, dy) * 1.02f);
        } else {
            out.set(colours.middle());
            out.mix(colours.zenith(), (dy - .26f) / .5f);
        }
    }

    private void sun(float towards, Ink out) {
        float direct = weather.direct();
        float wide = towards * towards * towards;
        wide *= wide;
        float narrow = (float) Math.pow(towards, 90);
        out.add(light.colours().sun(), (wide * .2f + narrow * .5f) * (.25f + .75f * direct));
        if (towards > .99f && direct > .3f) {
            float disc = Noise.smooth(.99945f, .99975f, towards);
            float halo = (float) Math.pow(towards, 1400);
            out.add(light.colours().sun(), (halo * 1.4f + disc * 5) * direct);
        }
    }

    private void night(float nx, float ny, float towards, Ink out) {
        if (weather.direct() < .3f) return;
        Stars.at(nx, ny, seed, out);
        if (weather == Weather.AURORA) Aurora.at(nx, ny, seed, out);
        out.add(
                light.colours().sun(),
                (float) Math.pow(towards, 40) * .10f + (float) Math.pow(towards, 500) * .25f);
        Light.Direction moon = light.towards();
        float u = nx - moon.x() / moon.z();
        float v = ny - moon.y() / moon.z();
        float radius = (float) Math.sqrt(u * u + v * v);
        if (radius > MOON) return;
        float seas = Noise.fbm(u * 40 + 9, v * 40, 4, seed + 31);
        float bright = 1.15f - .6f * Noise.smooth(.45f, .7f, seas);
        out.mix(
                .95f * bright,
                .93f * bright,
                .86f * bright,
                Noise.smooth(MOON, MOON * .94f, radius));
    }

    /** A flat layer far up, lit on the side where it is thinner towards the light. */
    private void clouds(float dx, float dy, float dz, float towards, Ink out) {
        if (dy < .012f) return;
        float u = dx / (dy + .1f) * .8f + seed % 97;
        float v = dz / (dy + .1f) * .8f;
        float thick = Noise.fbm(u, v, 6, seed + 11);
        float bar = .72f - .42f * weather.cloud();
        float cover = Noise.smooth(bar, bar + .2f, thick);
        if (cover <= 0) return;
        float nearer = Noise.fbm(u + light.towards().x() * .3f, v + .18f, 4, seed + 11);
        float lit = Math.clamp((thick - nearer) * 4 + .55f, 0f, 1f);
        Palette colours = light.colours();
        float fade = Math.min(1, dy * 7) * (weather == Weather.CLEAR ? .85f : .95f);
        Rgb dark = colours.middle()
                .mix(colours.zenith(), .45f)
                .times(time == TimeOfDay.DAY ? .85f : .7f);
        Rgb bright = brightest(colours, towards);
        out.mix(
                dark.r() + (bright.r() - dark.r()) * lit,
                dark.g() + (bright.g() - dark.g()) * lit,
                dark.b() + (bright.b() - dark.b()) * lit,
                cover * fade);
    }

    private Rgb brightest(Palette colours, float towards) {
        Rgb base = colours.horizon().mix(colours.sun(), .35f + .4f * towards);
        return time == TimeOfDay.NIGHT ? base.times(.35f + .5f * towards) : base;
    }
}
