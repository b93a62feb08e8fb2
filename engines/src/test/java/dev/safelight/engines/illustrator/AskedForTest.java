package dev.safelight.engines.illustrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safelight.core.engine.EngineFailure;
import dev.safelight.core.engine.Job;
import dev.safelight.core.engine.Made;
import dev.safelight.core.engine.MadeFile;
import dev.safelight.core.engine.Stopped;
import dev.safelight.core.id.Id;
import dev.safelight.core.task.FailureCode;
import dev.safelight.core.task.Route;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.tool.EngineName;
import dev.safelight.core.tool.ToolName;
import dev.safelight.media.pack.Packs;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

import javax.imageio.ImageIO;

/** The fields beside prompt, ratio and size. */
class AskedForTest {
    @TempDir
    Path nothing;

    private Made render(String input) throws EngineFailure, Stopped {
        var route = new Route(ToolName.GENERATE_IMAGE, "illustrator-1", EngineName.ILLUSTRATOR);
        var json = JsonMapper.shared().readTree(input.replace('\'', '"'));
        var job = new Job(new TaskId(new Id(1, 1)), 1, route, json, Map.of(), null);
        return new IllustratorEngine(new Packs(nothing)).render(job, new QuietRun());
    }

    private static byte[] bytes(MadeFile file) throws IOException {
        try (var in = file.content().open()) {
            return in.readAllBytes();
        }
    }

    @Nested
    class SeveralResults {
        @Test
        void are_pictures_of_one_seed_after_the_other() throws Exception {
            var made = render("{'prompt':'a hill','width':96,'height':64,'seed':7,'numResults':3}");
            assertThat(made.files()).hasSize(3);
            assertThat(made.facts().get("seed").asInt()).isEqualTo(7);
            for (int at = 0; at < 3; at++) {
                var file = made.files().get(at);
                int seed = 7 + at;
                assertThat(file.facts().get("seed").asInt()).isEqualTo(seed);
                var alone =
                        render("{'prompt':'a hill','width':96,'height':64,'seed':" + seed + "}");
                assertThat(bytes(file)).isEqualTo(bytes(alone.files().getFirst()));
            }
        }

        @Test
        void are_refused_when_all_of_them_would_meet_the_deadline() {
            assertThatThrownBy(
                            () -> render("{'prompt':'a hill','imageSize':'4K','numResults':100}"))
                    .isInstanceOfSatisfying(
                            EngineFailure.class,
                            refused -> assertThat(refused.failure().code())
                                    .isEqualTo(FailureCode.INVALID_INPUT))
                    .hasMessageContaining("at most 8 at once");
        }
    }

    @Nested
    class ItsPixels {
        @ParameterizedTest
        @CsvSource({"64,64", "64,2048", "2048,64", "100,77", "1024,1536"})
        void are_exactly_those_that_were_asked_for(int width, int height) throws Exception {
            var made = render("{'prompt':'a cat on a hill','aspectRatio':'21:9','imageSize':'4K',"
                    + "'width':" + width + ",'height':" + height + "}");
            var image = Objects.requireNonNull(
                    ImageIO.read(made.files().getFirst().content().open()));
            assertThat(image.getWidth()).isEqualTo(width);
            assertThat(image.getHeight()).isEqualTo(height);
        }
    }

    @Nested
    class AJpeg {
        @Test
        void is_one_and_tells_what_made_it() throws Exception {
            var made = render("{'prompt':'a hill','width':96,'height':64,'seed':7,"
                    + "'format':'jpeg','compression':60}");
            var file = made.files().getFirst();
            assertThat(file.contentType()).isEqualTo("image/jpeg");
            assertThat(file.name()).isEqualTo("a-hill.jpg");
            var bytes = bytes(file);
            assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                    .startsWith("\u00ff\u00d8\u00ff\u00fe")
                    .contains("engine: illustrator", "seed: 7");
            var image = Objects.requireNonNull(ImageIO.read(file.content().open()));
            assertThat(image.getWidth()).isEqualTo(96);
            assertThat(image.getHeight()).isEqualTo(64);
        }

        @Test
        void is_smaller_the_less_good_it_may_be() throws Exception {
            String asked = "{'prompt':'a hill','width':256,'height':256,'format':'jpeg',";
            var good = render(asked + "'compression':95}");
            var poor = render(asked + "'compression':20}");
            assertThat(bytes(poor.files().getFirst()).length)
                    .isLessThan(bytes(good.files().getFirst()).length);
        }
    }

    @Nested
    class WhatItCannotDo {
        @Test
        void is_to_draw_from_pictures_and_it_says_so() {
            assertThatThrownBy(() -> render("{'prompt':'a hill','images':['x']}"))
                    .isInstanceOfSatisfying(EngineFailure.class, refused -> {
                        assertThat(refused.failure().code())
                                .isEqualTo(FailureCode.ENGINE_UNAVAILABLE);
                        assertThat(refused.isPassing()).isFalse();
                    })
                    .hasMessageContaining("draws from words only");
        }

        @Test
        void is_told_in_the_facts_and_never_hidden() throws Exception {
            var made = render("{'prompt':'a hill','width':64,'height':64,'quality':'hd',"
                    + "'negativePrompt':'fog','style':'vivid','compression':5}");
            assertThat(made.facts().get("notApplied"))
                    .isEqualTo(JsonMapper.shared()
                            .readTree("{\"negativePrompt\":\"fog\","
                                    + "\"quality\":\"hd\",\"style\":\"vivid\",\"compression\":5}"));
            var plain = render("{'prompt':'a hill','width':64,'height':64}");
            assertThat(plain.facts().has("notApplied")).isFalse();
        }
    }
}
