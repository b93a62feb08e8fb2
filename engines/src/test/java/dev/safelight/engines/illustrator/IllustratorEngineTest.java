package dev.safelight.engines.illustrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safelight.core.engine.EngineFailure;
import dev.safelight.core.engine.Job;
import dev.safelight.core.engine.Made;
import dev.safelight.core.engine.MadeFile;
import dev.safelight.core.engine.Stopped;
import dev.safelight.core.engine.Tier;
import dev.safelight.core.id.Id;
import dev.safelight.core.search.TextMeaning;
import dev.safelight.core.task.Route;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.tool.EngineName;
import dev.safelight.core.tool.ToolName;
import dev.safelight.engines.illustrator.art.InstalledArt;
import dev.safelight.media.pack.Packs;
import dev.safelight.testkit.picture.PngChunks;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import javax.imageio.ImageIO;

class IllustratorEngineTest {
    private static ObjectNode input(String prompt) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("prompt", prompt)
                .put("aspectRatio", "1:1")
                .put("imageSize", "1K");
    }

    private static Job job(ObjectNode input, long task) {
        Route route = new Route(ToolName.GENERATE_IMAGE, "illustrator-1", EngineName.ILLUSTRATOR);
        return new Job(new TaskId(new Id(1, task)), 1, route, input, Map.of(), null);
    }

    private static byte[] bytes(Made made) throws IOException {
        try (InputStream in = made.files().getFirst().content().open()) {
            return in.readAllBytes();
        }
    }

    @Nested
    class WithoutArt {
        @TempDir
        Path nothing;

        private Made render(ObjectNode input, long task) throws EngineFailure, Stopped {
            return new IllustratorEngine(new Packs(nothing))
                    .render(job(input, task), new QuietRun());
        }

        @Test
        void it_is_a_builtin_engine() {
            assertThat(new IllustratorEngine(new Packs(nothing)).tier()).isEqualTo(Tier.BUILTIN);
        }

        @Test
        void it_draws_plainly_and_tells_what_it_drew() throws EngineFailure, Stopped, IOException {
            Made made = render(input("a cat and a boat in space").put("seed", 5), 1);
            MadeFile file = made.files().getFirst();
            BufferedImage image = ImageIO.read(file.content().open());
            assertThat(image.getWidth())
                    .isEqualTo(1024)
                    .isEqualTo(file.facts().get("width").asInt());
            assertThat(image.getHeight())
                    .isEqualTo(1024)
                    .isEqualTo(file.facts().get("height").asInt());
            assertThat(file.contentType()).isEqualTo("image/png");
            assertThat(file.name()).isEqualTo("a-cat-and-a-boat-in-space.png");
            assertThat(made.facts().get("photorealistic").asBoolean()).isFalse();
            assertThat(made.facts().get("model").asString()).isEqualTo("illustrator-1");
            assertThat(made.facts().get("setting").asString()).isEqualTo("space");
            assertThat(made.facts().at("/subjects/0/drawnAs").asString()).isEqualTo("cat");
            assertThat(made.facts().at("/subjects/0/art").asString()).isEqualTo("builtin");
        }

        @Test
        void the_same_seed_gives_the_same_bytes_and_another_gives_others()
                throws EngineFailure, Stopped, IOException {
            byte[] first = bytes(render(input("a house by the beach").put("seed", 5), 1));
            assertThat(bytes(render(input("a house by the beach").put("seed", 5), 2)))
                    .isEqualTo(first);
            assertThat(bytes(render(input("a house by the beach").put("seed", 6), 1)))
                    .isNotEqualTo(first);
        }

        @Test
        void the_task_is_the_seed_when_none_is_given() throws EngineFailure, Stopped {
            Made one = render(input("a studio backdrop"), 77);
            Made again = render(input("a studio backdrop"), 77);
            Made other = render(input("a studio backdrop"), 78);
            assertThat(one.facts().get("seed"))
                    .isEqualTo(again.facts().get("seed"))
                    .isNotEqualTo(other.facts().get("seed"));
        }

        @Test
        void a_file_tells_what_made_it_and_not_what_was_asked_for()
                throws EngineFailure, Stopped, IOException {
            for (long seed : new long[] {0, 5, 9_007_199_254_740_991L}) {
                Made made = render(input("a studio backdrop").put("seed", seed), 1);
                assertThat(PngChunks.of(bytes(made)).texts())
                        .isEqualTo(Map.of(
                                "Software", "Safelight",
                                "engine", "illustrator",
                                "model", "illustrator-1",
                                "seed", Long.toString(seed)));
            }
            Made drawn = render(input("a studio backdrop"), 77);
            assertThat(PngChunks.of(bytes(drawn)).texts())
                    .containsEntry("seed", drawn.facts().get("seed").asString());
        }

        @Test
        void a_file_tells_what_was_asked_for_when_the_operator_says_so()
                throws EngineFailure, Stopped, IOException {
            Made made = new IllustratorEngine(new Packs(nothing), true)
                    .render(job(input("a studio backdrop, 静か"), 1), new QuietRun());
            assertThat(PngChunks.of(bytes(made)).texts())
                    .containsEntry("prompt", "a studio backdrop, 静か");
        }

        @Test
        void progress_only_rises_and_ends_at_a_hundred() throws EngineFailure, Stopped {
            QuietRun run = new QuietRun();
            new IllustratorEngine(new Packs(nothing))
                    .render(job(input("a dog on the beach"), 1), run);
            assertThat(run.wentBackwards()).isFalse();
            assertThat(run.reached()).isEqualTo(100);
        }

        @Test
        void a_cancellation_stops_it_in_any_stage() {
            for (int percent : new int[] {1, 40, 90}) {
                QuietRun run = new QuietRun(percent);
                assertThatThrownBy(() -> new IllustratorEngine(new Packs(nothing))
                                .render(job(input("a dog on the moon, oil painting"), 1), run))
                        .isInstanceOf(Stopped.class);
                assertThat(run.reached()).isLessThanOrEqualTo(percent);
            }
        }
    }

    @Nested
    class WithArtThatComesWhileItRuns {
        @TempDir
        Path folder;

        @Test
        void the_next_picture_is_drawn_with_it_and_says_so() throws Exception {
            var engine = new IllustratorEngine(new Packs(folder));
            Made before = engine.render(job(input("A zorblax"), 1), new QuietRun());
            assertThat(before.tierOr(Tier.SANDBOX)).isEqualTo(Tier.BUILTIN);

            Path pack = Files.createDirectories(folder.resolve("fluent-art"));
            Files.writeString(
                    pack.resolve("icons.json"),
                    "{\"width\": 32, \"icons\": {\"zorblax\": {\"body\":"
                            + " \"<rect width='32' height='32' fill='#f00'/>\"}}}");
            Made after = engine.render(job(input("A zorblax"), 1), new QuietRun());
            assertThat(after.tierOr(Tier.SANDBOX)).isEqualTo(Tier.PACK);
            assertThat(after.facts().path("subjects").path(0).path("art").asString())
                    .isEqualTo("fluent-art");
        }
    }

    @Nested
    class WhereMeaningFailsOnce {
        @TempDir
        Path nothing;

        private int asked;

        /** Everything means the same. */
        private final TextMeaning meaning = new TextMeaning() {
            @Override
            public int dimensions() {
                return 1;
            }

            @Override
            public Optional<float[]> vector(String text) throws IOException {
                if (asked++ == 0) throw new IOException("no room");
                return Optional.of(new float[] {1});
            }

            @Override
            public void rest() {}
        };

        @Test
        void the_picture_says_so_and_the_next_one_asks_again() throws Exception {
            var engine = new IllustratorEngine(new Packs(nothing), meaning, false);
            var first =
                    engine.render(job(input("A zorblax"), 1), new QuietRun()).facts();
            assertThat(first.path("repeatable").asBoolean()).isFalse();
            assertThat(first.path("withoutMeaning").asString()).contains("the same seed");
            assertThat(first.path("subjects")).isEmpty();

            var second =
                    engine.render(job(input("A zorblax"), 1), new QuietRun()).facts();
            assertThat(second.path("repeatable").asBoolean()).isTrue();
            assertThat(second.has("withoutMeaning")).isFalse();
            assertThat(second.path("subjects")).hasSize(1);
        }
    }

    @Nested
    class WithArt {
        @Test
        void it_is_an_engine_with_a_pack() {
            assertThat(new IllustratorEngine(InstalledArt.packs()).tier()).isEqualTo(Tier.PACK);
        }

        @Test
        void the_same_seed_gives_the_same_bytes_in_another_engine()
                throws EngineFailure, Stopped, IOException {
            Packs packs = InstalledArt.packs();
            ObjectNode input = input("A cat in space, photorealistic").put("seed", 3);
            byte[] first =
                    bytes(new IllustratorEngine(packs).render(job(input, 1), new QuietRun()));
            byte[] second =
                    bytes(new IllustratorEngine(packs).render(job(input, 2), new QuietRun()));
            assertThat(second).isEqualTo(first);
        }
    }
}
