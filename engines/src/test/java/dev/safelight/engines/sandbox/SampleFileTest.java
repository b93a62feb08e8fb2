package dev.safelight.engines.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.engine.Job;
import dev.safelight.core.id.Id;
import dev.safelight.core.task.Route;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.tool.EngineName;
import dev.safelight.core.tool.ToolName;
import dev.safelight.testkit.picture.PngChunks;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;

import javax.imageio.ImageIO;

class SampleFileTest {
    private static final Route ROUTE =
            new Route(ToolName.GENERATE_IMAGE, "illustrator-1", EngineName.SANDBOX);

    private static ObjectNode input() {
        return JsonMapper.shared().createObjectNode().put("prompt", "a cat");
    }

    private static byte[] picture(long task, ObjectNode input) throws IOException {
        var job = new Job(new TaskId(new Id(1, task)), 1, ROUTE, input, Map.of(), null);
        try (var content = SampleFile.all(job, "sandbox-1").getFirst().content().open()) {
            return content.readAllBytes();
        }
    }

    @Test
    void a_picture_tells_its_colour_space_and_who_made_it() throws IOException {
        var chunks = PngChunks.of(picture(7, input().put("seed", 4_321)));
        assertThat(chunks.types()).startsWith("IHDR", "sRGB", "tEXt").endsWith("IEND");
        assertThat(chunks.texts())
                .isEqualTo(Map.of(
                        "Software", "Safelight",
                        "engine", "sandbox",
                        "model", "sandbox-1",
                        "seed", "4321"));
    }

    @ParameterizedTest
    @CsvSource({
        "generate-image,image/png",
        "upscale-image,image/png",
        "generate-music,audio/wav",
        "text-to-speech,audio/wav",
        "generate-video,video/mp4",
        "generate-avatar,video/mp4"
    })
    void there_are_as_many_of_the_tools_own_kind_as_were_asked_for(String tool, String type) {
        var route = new Route(new ToolName(tool), "any-1", EngineName.SANDBOX);
        var input = input().put("numResults", 3);
        var job = new Job(new TaskId(new Id(1, 7)), 1, route, input, Map.of(), null);
        assertThat(SampleFile.all(job, "sandbox-1"))
                .hasSize(3)
                .allMatch(file -> file.contentType().equals(type));
    }

    @Test
    void without_a_seed_the_task_gives_one() throws IOException {
        assertThat(PngChunks.of(picture(7, input())).texts()).containsEntry("seed", "7");
        assertThat(PngChunks.of(picture(-1, input())).texts().get("seed")).matches("\\d+");
    }

    @Test
    void it_is_a_picture_that_any_reader_shows() throws IOException {
        var read = ImageIO.read(new ByteArrayInputStream(picture(99, input())));
        assertThat(read.getWidth()).isEqualTo(64);
        assertThat(read.getHeight()).isEqualTo(64);
    }

    @Test
    void other_tasks_have_other_bytes_though_the_seed_is_the_same() throws IOException {
        var seen = new HashSet<Integer>();
        var random = new Random(1);
        for (int i = 0; i < 1_000; i++) {
            // Those that differ in one bit come first: a colour reads 21 of them.
            long task = i < 42 ? 1L << i : random.nextLong();
            seen.add(Arrays.hashCode(picture(task, input().put("seed", 5))));
        }
        assertThat(seen).hasSize(1_000);
    }

    @Test
    void the_same_task_has_the_same_bytes_at_every_attempt() throws IOException {
        assertThat(picture(7, input())).isEqualTo(picture(7, input()));
    }
}
