package dev.safelight.engines.speech;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.safelight.core.engine.InputFile;
import dev.safelight.core.engine.Job;
import dev.safelight.core.engine.Run;
import dev.safelight.core.engine.Stopped;
import dev.safelight.core.id.Id;
import dev.safelight.core.task.Preview;
import dev.safelight.core.task.Route;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.tool.EngineName;
import dev.safelight.core.tool.ToolName;
import dev.safelight.media.pack.Packs;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What tests of speech stand on: the packs of this machine, its programs, jobs and runs. */
final class SpeechFixture {
    static final String PATH = System.getenv().getOrDefault("PATH", "");
    static final String NO_PROGRAMS = "";

    private static final TaskId TASK = new TaskId(new Id(1, 2));

    private SpeechFixture() {}

    /** An engine with the packs of this machine; skips the test where one is missing. */
    static SpeechEngine engine(String... needed) {
        Packs packs = new Packs(packs());
        for (String pack : needed)
            if (packs.folder(pack).isEmpty()) abort("the pack " + pack + " is not installed");
        return new SpeechEngine(packs, Path.of("no-voices-here"), NO_PROGRAMS);
    }

    /** The packs that the environment names, else those of the checkout. */
    static Path packs() {
        String named = System.getenv("SAFELIGHT_PACKS");
        if (named != null) return Path.of(named);
        Path folder = Path.of("").toAbsolutePath();
        while (folder.getParent() != null && Files.exists(folder.resolveSibling("pom.xml")))
            folder = folder.getParent();
        return folder.resolve("packs");
    }

    static Job job(String text, String... pairs) {
        ObjectNode input = JsonNodeFactory.instance.objectNode().put("text", text);
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i].equals("speed")) input.put("speed", Double.parseDouble(pairs[i + 1]));
            else input.put(pairs[i], pairs[i + 1]);
        }
        Route route = new Route(ToolName.TEXT_TO_SPEECH, "speech", EngineName.SPEECH);
        return new Job(TASK, 1, route, input, Map.of(), null);
    }

    /** A run that goes on until told otherwise, and remembers what it was told. */
    static final class Watch implements Run {
        final List<Integer> progress = new ArrayList<>();
        private final @Nullable Path scratch;
        private @Nullable Integer stopAfter;
        private Runnable whenStopped = () -> {};

        /** One that needs no folder. */
        Watch() {
            scratch = null;
        }

        /** One whose folder is this. */
        Watch(Path scratch) {
            this.scratch = scratch;
        }

        /** Stops at the progress after so many. */
        Watch stoppingAfter(int reports) {
            stopAfter = reports;
            return this;
        }

        @Override
        public void progress(int percent) throws Stopped {
            proceed();
            progress.add(percent);
            if (stopped()) whenStopped.run();
        }

        @Override
        public void checkpoint(JsonNode body) {
            throw new AssertionError("speech keeps no checkpoints");
        }

        @Override
        public InputFile file(String id) {
            throw new AssertionError("no file is given");
        }

        @Override
        public Path scratch() {
            if (scratch == null) throw new AssertionError("it needs no folder");
            return scratch;
        }

        @Override
        public void preview(Preview picture) {}

        @Override
        public void pause(Duration duration) throws Stopped {
            proceed();
        }

        @Override
        public void proceed() throws Stopped {
            if (stopped()) throw new Stopped();
        }

        @Override
        public boolean stopped() {
            return stopAfter != null && progress.size() >= stopAfter;
        }

        @Override
        public void whenStopped(Runnable then) {
            whenStopped = then;
        }
    }
}
