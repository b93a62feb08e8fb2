package dev.safelight.engines.illustrator.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.safelight.core.engine.Stopped;
import dev.safelight.engines.illustrator.QuietRun;
import dev.safelight.engines.illustrator.art.InstalledArt;
import dev.safelight.engines.illustrator.setting.Place;
import dev.safelight.engines.illustrator.sky.TimeOfDay;
import dev.safelight.engines.illustrator.sky.Weather;
import dev.safelight.engines.illustrator.style.Style;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.List;

class SceneReaderTest {
    private static Scene read(String prompt) throws IOException, Stopped {
        return SceneReader.read(InstalledArt.art(), prompt, "", new QuietRun());
    }

    private static List<String> subjects(String prompt) throws IOException, Stopped {
        return read(prompt).subjects().stream().map(Subject::name).toList();
    }

    @Nested
    class TheQuickstart {
        @Test
        void surfs_a_dog_on_the_ocean_at_sunset() throws IOException, Stopped {
            Scene scene = read("A golden retriever surfing at sunset, photorealistic");
            assertThat(scene.place()).isEqualTo(Place.OCEAN);
            assertThat(scene.time()).isEqualTo(TimeOfDay.SUNSET);
            assertThat(scene.style()).isEqualTo(Style.CINEMATIC);
            assertThat(scene.subjects())
                    .extracting(Subject::name, Subject::pose)
                    .containsExactly(tuple("dog", Pose.SURFING));
            assertThat(scene.notDrawn()).isEmpty();
        }

        @Test
        void floats_a_cat_in_space() throws IOException, Stopped {
            Scene scene = read("A cat in space, photorealistic");
            assertThat(scene.place()).isEqualTo(Place.SPACE);
            assertThat(scene.subjects()).extracting(Subject::name).containsExactly("cat");
        }
    }

    @Nested
    class WordsOfTheScene {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "a meadow under a rainbow sky at sunrise",
                    "mountains at sunset with clouds and the moon",
                    "a snowy forest at night, stars, aurora",
                    "the ocean in a thunderstorm with lightning",
                    "city lights in the rain, cinematic, watercolor",
                    "a desert at noon, sun, sand dunes"
                })
        void are_never_drawn_as_objects(String prompt) throws IOException, Stopped {
            assertThat(subjects(prompt)).isEmpty();
        }

        @Test
        void for_snow_make_open_country_white() throws IOException, Stopped {
            Scene scene = read("a cat in a meadow in the snow at night");
            assertThat(scene.weather()).isEqualTo(Weather.SNOW);
            assertThat(scene.place()).isEqualTo(Place.SNOW);
        }
    }

    @Nested
    class Meanings {
        @ParameterizedTest
        @CsvSource({
            "a puppy, dog",
            "a kitten, cat",
            "an automobile, automobile",
            "a sports car, automobile",
            "a bunny, rabbit",
            "a feline creature, cat",
            "a jetliner, airplane",
            "two doggies, dog"
        })
        void of_words_that_no_drawing_is_called_by(String prompt, String name)
                throws IOException, Stopped {
            assertThat(subjects(prompt)).contains(name);
        }

        @Test
        void that_nothing_comes_near_are_told_as_not_drawn() throws IOException, Stopped {
            Scene scene = read("a dog and a quantum chromodynamics");
            assertThat(scene.subjects()).extracting(Subject::name).containsExactly("dog");
            assertThat(scene.notDrawn()).containsExactly("quantum chromodynamics");
        }
    }

    @Nested
    class Manners {
        @Test
        void count_size_and_colour_go_to_the_next_subject() throws IOException, Stopped {
            Scene scene = read("three tiny blue birds and a big red car");
            assertThat(scene.subjects().get(0).manner())
                    .isEqualTo(new Subject.Manner(3, .62f, 0x2060D8));
            assertThat(scene.subjects().get(1).manner())
                    .isEqualTo(new Subject.Manner(1, 1.4f, 0xD02020));
        }

        @Test
        void a_group_word_after_a_subject_counts_it() throws IOException, Stopped {
            assertThat(read("an elephant family").subjects().getFirst().manner().count())
                    .isEqualTo(3);
        }

        @Test
        void what_something_holds_is_not_drawn_twice() throws IOException, Stopped {
            assertThat(subjects("a bouquet of roses")).containsExactly("bouquet");
        }

        @Test
        void a_rider_rides() throws IOException, Stopped {
            Scene scene = read("an astronaut riding a horse on the moon");
            assertThat(scene.place()).isEqualTo(Place.MOON);
            assertThat(scene.subjects().getFirst().pose()).isEqualTo(Pose.RIDING);
        }
    }

    @Nested
    class WithoutAPlace {
        @ParameterizedTest
        @CsvSource({
            "a whale, UNDERWATER",
            "a sailboat, LAKE",
            "a lion, SAVANNA",
            "a penguin, SNOW",
            "a taxi, CITY",
            "a rocket, SPACE",
            "a pizza, TABLE",
            "a hammer, STUDIO",
            "nothing known xyzzy, MEADOW"
        })
        void subjects_are_where_they_belong(String prompt, Place place)
                throws IOException, Stopped {
            assertThat(read(prompt).place()).isEqualTo(place);
        }
    }

    @Nested
    class OddPrompts {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "!!!",
                    "riding on in of",
                    "of a cat of",
                    "a cat riding a cat on a horse in a dog"
                })
        void are_read_as_some_scene(String prompt) throws IOException, Stopped {
            assertThat(read(prompt).subjects()).hasSizeLessThanOrEqualTo(5);
        }
    }
}
