package dev.safelight.engines.illustrator.compositing;

import dev.safelight.engines.illustrator.paint.Canvas;
import dev.safelight.engines.illustrator.paint.Ink;
import dev.safelight.engines.illustrator.paint.Noise;
import dev.safelight.engines.illustrator.paint.Rgb;
import dev.safelight.engines.illustrator.setting.Place;
import dev.safelight.engines.illustrator.sky.Atmosphere;
import dev.safelight.engines.illustrator.sky.TimeOfDay;
import dev.safelight.engines.illustrator.sky.Weather;

/** Rain, snow and lightning between the viewer and the scene. */
public final class Precipitation {
    private final Canvas canvas;
    private final Atmosphere air;
    private final Ink ink = new Ink();

    public Precipitation(Canvas canvas, Atmosphere air) {
        this.canvas = canvas;
        this.air = air;
        Rgb open = air.light().open();
        float bright = Math.max(.28f, open.luminance());
        ink.set(.9f * bright + .1f, .94f * bright + .1f, bright + .1f);
    }

    public void fall(Place place) {
        if (!place.outdoors()) return;
        switch (air.weather()) {
            case RAIN -> rain(1500, .2f);
            case STORM -> {
                lightning(place);
                rain(2300, .24f);
            }
            case SNOW -> snow();
            case CLEAR, AURORA, CLOUDY, FOG -> {}
        }
    }

    private float chance(int drop, int what) {
        return Noise.hash(drop, what, air.seed() + 501);
    }

    /** Near drops are long and thick, far ones fine. */
    private void rain(int drops, float share) {
        float h = canvas.height();
        float slant = air.weather() == Weather.STORM ? .28f : .1f;
        for (int drop = 0; drop < drops; drop++) {
            float near = (float) Math.pow(chance(drop, 1), 3);
            float length = h * (.012f + .05f * near);
            float x = chance(drop, 2) * (canvas.width() + h * .3f);
            float y = chance(drop, 3) * h * 1.05f;
            int steps = Math.max(3, (int) length);
            for (int step = 0; step < steps; step++) {
                float along = (float) step / steps;
                float width = h * (.0004f + .0009f * near);
                streak(
                        x - slant * along * length,
                        y + along * length,
                        width,
                        share * (.4f + .6f * along));
            }
        }
    }

    private void streak(float x, float y, float width, float share) {
        int px = (int) x;
        int py = (int) y;
        int wide = Math.max(1, Math.round(width * 2));
        for (int at = 0; at < wide; at++) {
            if (canvas.holds(px + at, py)) canvas.lay(px + at, py, ink, share);
        }
    }

    /** A few big flakes close by among many small ones. */
    private void snow() {
        float h = canvas.height();
        for (int flake = 0; flake < 900; flake++) {
            float near = (float) Math.pow(chance(flake, 1), 5);
            float size = h * (.0011f + .0075f * near);
            canvas.dot(
                    chance(flake, 2) * canvas.width(),
                    chance(flake, 3) * h,
                    size,
                    ink,
                    .85f - .45f * near);
        }
    }

    /** A bolt from the top of the picture to the horizon, with one branch. */
    private void lightning(Place place) {
        if (place == Place.CITY && air.time() == TimeOfDay.DAY) return;
        float h = canvas.height();
        float x = canvas.width() * (.2f + .6f * chance(1, 20));
        bolt(x, 0, h * .46f, h * .0022f, 31);
        bolt(x + h * .02f, h * .16f, h * .16f, h * .0012f, 57);
    }

    private void bolt(float startX, float startY, float length, float width, int salt) {
        float x = startX;
        float step = canvas.height() * .0012f;
        int turns = 0;
        float lean = 0;
        for (float down = 0; down < length; down += step) {
            if ((int) (down / (canvas.height() * .018f)) >= turns)
                lean = (chance(salt, ++turns + 40) - .5f) * 2.2f;
            x += lean * step;
            for (int ring = 1; ring <= 4; ring++) {
                float reach = width * ring * ring;
                halo(x, startY + down, reach, .16f / (ring * ring));
            }
            canvas.dot(x, startY + down, width, ink, .9f);
        }
    }

    private void halo(float cx, float cy, float radius, float share) {
        Rgb violet = new Rgb(.75f, .72f, 1);
        for (int y = (int) (cy - radius); y <= cy + radius; y += 2) {
            for (int x = (int) (cx - radius); x <= cx + radius; x++) {
                if (canvas.holds(x, y)) canvas.glow(x, y, violet, share * .12f);
            }
        }
    }
}
