package dev.safelight.engines.illustrator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.engine.Stopped;
import dev.safelight.engines.illustrator.art.PlainDrawings;
import dev.safelight.engines.illustrator.paint.Bands;
import dev.safelight.engines.illustrator.paint.Canvas;
import dev.safelight.engines.illustrator.paint.Frame;
import dev.safelight.engines.illustrator.paint.Ink;
import dev.safelight.engines.illustrator.paint.View;
import dev.safelight.engines.illustrator.reading.Pose;
import dev.safelight.engines.illustrator.reading.Scene;
import dev.safelight.engines.illustrator.reading.Subject;
import dev.safelight.engines.illustrator.setting.Peaks;
import dev.safelight.engines.illustrator.setting.Place;
import dev.safelight.engines.illustrator.setting.Terrain;
import dev.safelight.engines.illustrator.sky.TimeOfDay;
import dev.safelight.engines.illustrator.sky.Weather;
import dev.safelight.engines.illustrator.style.Style;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.util.List;

class PaintingTest {
    private static final Frame SMALL = new Frame(320, 180);

    private static Canvas paint(Scene scene) throws IOException, Stopped {
        return Painting.of(scene, SMALL, 11, Bands.between(new QuietRun(), 0, 100));
    }

    private static Scene empty(Place place, TimeOfDay time) {
        return new Scene(
                place, time, Weather.CLEAR, Style.ILLUSTRATION, List.of(), Scene.Rest.NONE);
    }

    private static Scene with(Place place, Subject subject) {
        return new Scene(
                place,
                TimeOfDay.DAY,
                Weather.CLEAR,
                Style.ILLUSTRATION,
                List.of(subject),
                Scene.Rest.NONE);
    }

    private static Subject plain(String name) {
        return new Subject(PlainDrawings.drawing(name), name, Pose.STANDING, Subject.Manner.PLAIN);
    }

    /** The average of a rectangle whose edges are shares of the picture. */
    private static Ink average(Canvas canvas, float top, float bottom) {
        Ink sum = new Ink();
        Ink ink = new Ink();
        int rows = 0;
        for (int y = (int) (top * canvas.height()); y < bottom * canvas.height(); y++, rows++) {
            for (int x = 0; x < canvas.width(); x++) {
                canvas.get(x, y, ink);
                sum.set(sum.r + ink.r, sum.g + ink.g, sum.b + ink.b);
            }
        }
        sum.scale(1f / (rows * canvas.width()));
        return sum;
    }

    private static float difference(Canvas one, Canvas other, int x, int y) {
        Ink a = new Ink();
        Ink b = new Ink();
        one.get(x, y, a);
        other.get(x, y, b);
        return Math.abs(a.r - b.r) + Math.abs(a.g - b.g) + Math.abs(a.b - b.b);
    }

    private static int changed(Canvas one, Canvas other, int fromRow, int toRow) {
        int count = 0;
        for (int y = fromRow; y < toRow; y++) {
            for (int x = 0; x < SMALL.width(); x++)
                if (difference(one, other, x, y) > .06f) count++;
        }
        return count;
    }

    @Nested
    class ThePalette {
        @Test
        void is_warm_near_the_horizon_at_sunset() throws IOException, Stopped {
            Ink low = average(paint(empty(Place.OCEAN, TimeOfDay.SUNSET)), .38f, .48f);
            assertThat(low.r).isGreaterThan(low.b * 2);
        }

        @Test
        void is_blue_above_by_day() throws IOException, Stopped {
            Ink high = average(paint(empty(Place.MEADOW, TimeOfDay.DAY)), 0, .15f);
            assertThat(high.b).isGreaterThan(high.r * 1.8f);
        }

        @Test
        void is_dark_at_night() throws IOException, Stopped {
            float night =
                    average(paint(empty(Place.MEADOW, TimeOfDay.NIGHT)), 0, 1).luminance();
            float day = average(paint(empty(Place.MEADOW, TimeOfDay.DAY)), 0, 1).luminance();
            assertThat(night).isLessThan(day * .25f);
        }
    }

    @Nested
    class EveryPlace {
        @ParameterizedTest
        @EnumSource
        void is_painted_to_the_last_pixel(Place place) throws IOException, Stopped {
            Canvas canvas = paint(empty(place, TimeOfDay.DAY));
            Ink ink = new Ink();
            for (int y = 0; y < SMALL.height(); y++) {
                for (int x = 0; x < SMALL.width(); x++) {
                    canvas.get(x, y, ink);
                    assertThat(ink.r + ink.g + ink.b).isFinite().isPositive();
                }
            }
        }

        @ParameterizedTest
        @EnumSource
        void looks_different_with_every_style(Style style) throws IOException, Stopped {
            Scene plain = empty(Place.MEADOW, TimeOfDay.DAY);
            Scene styled = new Scene(
                    plain.place(),
                    plain.time(),
                    plain.weather(),
                    style,
                    List.of(),
                    Scene.Rest.NONE);
            int changed = changed(paint(plain), paint(styled), 0, SMALL.height());
            boolean same = style == Style.ILLUSTRATION || style == Style.CINEMATIC;
            if (same) assertThat(changed).isZero();
            else assertThat(changed).isGreaterThan(SMALL.pixels() / 6);
        }
    }

    @Nested
    class ACatInAMeadow {
        @Test
        void covers_a_good_part_of_the_picture_and_no_more() throws IOException, Stopped {
            Canvas without = paint(empty(Place.MEADOW, TimeOfDay.DAY));
            Canvas cat = paint(with(Place.MEADOW, plain("cat")));
            assertThat(changed(without, cat, 0, SMALL.height()) / (float) SMALL.pixels())
                    .isBetween(.04f, .3f);
        }

        @Test
        void stands_below_the_horizon_and_darkens_the_ground_beside_it()
                throws IOException, Stopped {
            Canvas without = paint(empty(Place.MEADOW, TimeOfDay.DAY));
            Canvas cat = paint(with(Place.MEADOW, plain("cat")));
            int lowest = SMALL.height() - 1;
            while (changed(without, cat, lowest, lowest + 1) == 0) lowest--;
            assertThat(lowest)
                    .isBetween((int) (SMALL.height() * .7f), (int) (SMALL.height() * .97f));
            assertThat(darkened(without, cat)).isGreaterThan(150);
        }

        /** Pixels of grass that keep their hue and lose light. */
        private int darkened(Canvas before, Canvas after) {
            Ink a = new Ink();
            Ink b = new Ink();
            int count = 0;
            for (int y = SMALL.height() / 2; y < SMALL.height(); y++) {
                for (int x = 0; x < SMALL.width(); x++) {
                    before.get(x, y, a);
                    after.get(x, y, b);
                    if (b.g < a.g * .9f && b.g > b.r && b.g > b.b) count++;
                }
            }
            return count;
        }
    }

    @Nested
    class ABoatOnALake {
        @Test
        void is_mirrored_below_its_waterline() throws IOException, Stopped {
            Canvas without = paint(empty(Place.LAKE, TimeOfDay.DAY));
            Canvas boat = paint(with(Place.LAKE, plain("sailboat")));
            int foot = (int) (SMALL.height() * (.5f + .5f * .3f));
            assertThat(changed(without, boat, foot + 4, foot + 30)).isGreaterThan(200);
        }
    }

    @Nested
    class Mountains {
        @Test
        void have_no_needles_on_their_skyline() throws IOException, Stopped {
            for (int seed = 0; seed < 12; seed++) {
                View view = new View(SMALL, .6f);
                Terrain peaks = new Peaks(false, seed);
                for (int x = 2; x < SMALL.width() - 2; x++) {
                    float beside = Math.max(top(peaks, view, x - 2), top(peaks, view, x + 2));
                    assertThat(top(peaks, view, x)).isLessThan(beside + .05f);
                }
            }
        }

        private float top(Terrain terrain, View view, int x) {
            float top = -1;
            for (float z = 60; z < 900; z *= 1.01f) {
                top = Math.max(top, terrain.height(view.nx(x) * z, z, 6) / z);
            }
            return top;
        }
    }
}
