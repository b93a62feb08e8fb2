package dev.safelight.engines.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.engine.Assignment;
import dev.safelight.core.engine.EngineFailure;
import dev.safelight.core.engine.InputFile;
import dev.safelight.core.engine.Job;
import dev.safelight.core.engine.Made;
import dev.safelight.core.engine.Pace;
import dev.safelight.core.engine.Run;
import dev.safelight.core.engine.Stopped;
import dev.safelight.core.id.Id;
import dev.safelight.core.task.Preview;
import dev.safelight.core.task.Route;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.tool.EngineName;
import dev.safelight.core.tool.ToolName;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Scripts that are played in one call, in a time that passes as fast as it is waited for. */
class SandboxBatchTest {
    private static final Route ROUTE =
            new Route(ToolName.GENERATE_IMAGE, "sandbox-1", EngineName.SANDBOX);

    private final List<Part> parts = new ArrayList<>();
    private Duration passed = Duration.ZERO;

    private final class VirtualPace implements Pace {
        @Override
        public <T> T await(CompletableFuture<T> answer) {
            throw new AssertionError("nothing is awaited");
        }

        @Override
        public void pause(Duration duration, CompletableFuture<?> signal) {
            passed = passed.plus(duration);
            for (var part : parts) part.isStopped |= part.stopsAt.compareTo(passed) <= 0;
        }
    }

    /** One job with its run: notes what was said of it, and when. */
    private final class Part implements Assignment {
        private final Job job;
        private final List<Integer> progress = new ArrayList<>();
        private Duration stopsAt = Duration.ofDays(1);
        private boolean isStopped;
        private String end = "";
        private Duration endedAt = Duration.ZERO;

        Part(Job job) {
            this.job = job;
        }

        private void end(String how) {
            assertThat(end).as("it ends once").isEmpty();
            end = how;
            endedAt = passed;
        }

        @Override
        public Job job() {
            return job;
        }

        @Override
        public Run run() {
            return new PartRun(this);
        }

        @Override
        public void made(Made made) {
            end("made of " + made.facts().path("together").asInt(1));
        }

        @Override
        public void failed(EngineFailure failure) {
            end("failed");
        }

        @Override
        public void stopped() {
            end("stopped");
        }
    }

    private record PartRun(Part part) implements Run {
        @Override
        public void progress(int percent) throws Stopped {
            proceed();
            part.progress.add(percent);
        }

        @Override
        public void checkpoint(JsonNode body) {
            throw new AssertionError("the sandbox keeps none");
        }

        @Override
        public InputFile file(String id) {
            throw new AssertionError("no file is given");
        }

        @Override
        public Path scratch() {
            throw new AssertionError("it needs no folder");
        }

        @Override
        public void preview(Preview picture) {}

        @Override
        public void pause(Duration duration) {
            throw new AssertionError("one would keep the others waiting");
        }

        @Override
        public void proceed() throws Stopped {
            if (part.isStopped) throw new Stopped();
        }

        @Override
        public boolean stopped() {
            return part.isStopped;
        }

        @Override
        public void whenStopped(Runnable then) {
            throw new AssertionError("nothing native runs");
        }
    }

    private Part part(String... metadata) {
        var all = new HashMap<>(Map.of("sandbox.batch", "a", "sandbox.millis", "1000"));
        for (int i = 0; i < metadata.length; i += 2) all.put(metadata[i], metadata[i + 1]);
        var input = JsonMapper.shared().createObjectNode();
        var id = new TaskId(new Id(1, parts.size()));
        var part = new Part(new Job(id, 1, ROUTE, input, all, null));
        parts.add(part);
        return part;
    }

    private List<String> play() {
        new SandboxEngine(new VirtualPace()).renderAll(parts);
        return parts.stream().map(part -> part.end).toList();
    }

    @Test
    void jobs_with_one_word_for_it_may_be_together_and_others_not() {
        var engine = new SandboxEngine(new VirtualPace());
        var one = part().job;
        assertThat(engine.batchKey(one)).isEqualTo("a");
        assertThat(engine.batchSize()).isGreaterThanOrEqualTo(3);
        var alone = new Job(one.task(), 1, ROUTE, one.input(), Map.of(), null);
        assertThat(engine.batchKey(alone)).isNull();
    }

    @Test
    void three_are_made_in_the_time_of_one() {
        var first = part();
        part();
        part("sandbox.millis", "500");
        assertThat(play()).containsExactly("made of 3", "made of 3", "made of 3");
        assertThat(passed).isEqualTo(Duration.ofSeconds(1));
        assertThat(parts.get(2).endedAt).isEqualTo(Duration.ofMillis(500));
        assertThat(first.progress).containsExactly(20, 40, 60, 80);
    }

    @Test
    void one_of_three_fails_and_the_others_are_made() {
        part();
        part("sandbox.outcome", "fail");
        part();
        assertThat(play()).containsExactly("made of 3", "failed", "made of 3");
    }

    @Test
    void one_of_three_is_stopped_within_two_seconds_and_the_others_are_made() {
        part("sandbox.millis", "60000");
        var cancelled = part("sandbox.millis", "60000");
        part("sandbox.millis", "60000");
        cancelled.stopsAt = Duration.ofSeconds(10);
        assertThat(play()).containsExactly("made of 3", "stopped", "made of 3");
        assertThat(cancelled.endedAt).isLessThanOrEqualTo(Duration.ofSeconds(12));
        assertThat(parts.getFirst().endedAt).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void one_that_never_ends_is_stopped_after_the_others_were_made() {
        var hanging = part("sandbox.outcome", "hang");
        part();
        hanging.stopsAt = Duration.ofSeconds(30);
        assertThat(play()).containsExactly("stopped", "made of 2");
        assertThat(parts.get(1).endedAt).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void one_that_breaks_or_cannot_be_read_ends_alone() {
        part("sandbox.outcome", "crash");
        part("sandbox.outcome", "nothing");
        part();
        assertThat(play()).containsExactly("stopped", "failed", "made of 3");
    }
}
