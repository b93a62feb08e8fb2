package dev.safelight.engines.illustrator.compositing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.engine.Stopped;
import dev.safelight.engines.illustrator.QuietRun;
import dev.safelight.engines.illustrator.art.PlainDrawings;
import dev.safelight.engines.illustrator.art.Sprite;
import dev.safelight.engines.illustrator.paint.Bands;
import dev.safelight.engines.illustrator.paint.Frame;
import dev.safelight.engines.illustrator.reading.Pose;
import dev.safelight.engines.illustrator.reading.Scene;
import dev.safelight.engines.illustrator.reading.Subject;
import dev.safelight.engines.illustrator.setting.Place;
import dev.safelight.engines.illustrator.sky.Atmosphere;
import dev.safelight.engines.illustrator.sky.TimeOfDay;
import dev.safelight.engines.illustrator.sky.Weather;
import dev.safelight.engines.illustrator.style.Style;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

class PlacementTest {
    private static final Frame SMALL = new Frame(320, 180);

    private static List<PlacedSubject> all(Place place, int seed, String... names)
            throws IOException, Stopped {
        List<Subject> subjects = Stream.of(names)
                .map(name -> new Subject(
                        PlainDrawings.drawing(name), name, Pose.STANDING, Subject.Manner.PLAIN))
                .toList();
        Scene scene = new Scene(
                place, TimeOfDay.DAY, Weather.CLEAR, Style.ILLUSTRATION, subjects, Scene.Rest.NONE);
        Atmosphere air = Atmosphere.of(TimeOfDay.DAY, Weather.CLEAR, seed);
        Bands bands = Bands.between(new QuietRun(), 0, 100);
        List<Sprite> sprites = new SubjectSprites(bands).of(subjects, SMALL.height());
        return new Placement(scene, place.setting(SMALL, air), air).placed(sprites);
    }

    @Nested
    class Several {
        @ParameterizedTest
        @EnumSource(names = {"MEADOW", "BEACH", "CITY", "ROOM", "OCEAN", "SPACE"})
        void are_painted_from_the_farthest_to_the_nearest(Place place) throws IOException, Stopped {
            for (int seed = 0; seed < 6; seed++) {
                List<Float> feet = all(place, seed, "dog", "house", "cat", "automobile").stream()
                        .map(placed -> placed.spot().foot())
                        .toList();
                assertThat(feet).hasSize(4).isSorted();
                assertThat(feet.getFirst()).isLessThan(feet.getLast());
            }
        }
    }
}
