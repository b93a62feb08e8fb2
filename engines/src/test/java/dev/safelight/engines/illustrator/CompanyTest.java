package dev.safelight.engines.illustrator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

class CompanyTest {
    private static final Frame SMALL = new Frame(320, 180);

    private static List<Actor> actors(Place place, int seed, String... names) throws IOException {
        List<Subject> subjects = Stream.of(names)
                .map(name ->
                        new Subject(Plain.figure(name), name, Pose.STANDING, Subject.Manner.PLAIN))
                .toList();
        Scene scene = new Scene(
                place, TimeOfDay.DAY, Weather.CLEAR, Style.ILLUSTRATION, subjects, List.of());
        Air air = Air.of(TimeOfDay.DAY, Weather.CLEAR, seed);
        return new Company(scene, place.setting(SMALL, air), air).actors();
    }

    @Nested
    class Several {
        @ParameterizedTest
        @EnumSource(names = {"MEADOW", "BEACH", "CITY", "ROOM", "OCEAN", "SPACE"})
        void are_painted_from_the_farthest_to_the_nearest(Place place) throws IOException {
            for (int seed = 0; seed < 6; seed++) {
                List<Float> feet = actors(place, seed, "dog", "house", "cat", "automobile").stream()
                        .map(actor -> actor.spot().foot())
                        .toList();
                assertThat(feet).hasSize(4).isSorted();
                assertThat(feet.getFirst()).isLessThan(feet.getLast());
            }
        }
    }
}
