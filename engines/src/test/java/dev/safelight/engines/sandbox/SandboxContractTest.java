package dev.safelight.engines.sandbox;

import dev.safelight.core.engine.Engine;
import dev.safelight.core.engine.Pace;
import dev.safelight.core.tool.ToolName;
import dev.safelight.testkit.engine.EngineContract;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

class SandboxContractTest extends EngineContract {
    /** Nothing here ignores a request to stop. */
    private static final class NoPace implements Pace {
        @Override
        public <T> T await(CompletableFuture<T> answer) {
            throw new AssertionError("nothing is awaited");
        }

        @Override
        public void pause(Duration duration, CompletableFuture<?> signal) {
            throw new AssertionError("nothing is paused");
        }
    }

    private static Wanted with(Map<String, String> metadata) {
        var input = JsonMapper.shared().createObjectNode().put("prompt", "a cat");
        return new Wanted(ToolName.GENERATE_IMAGE, input, metadata);
    }

    @Override
    protected Engine engine() {
        return new SandboxEngine(new NoPace());
    }

    @Override
    protected Wanted usual() {
        return with(Map.of("sandbox.preview", "true"));
    }

    @Override
    protected Wanted lasting() {
        return with(Map.of("sandbox.millis", "600000", "sandbox.steps", "1000"));
    }

    @Override
    protected List<Wanted> refused() {
        return List.of(
                with(Map.of("sandbox.outcome", "nothing")), with(Map.of("sandbox.millis", "-1")));
    }

    /** Its input is always good; what is wrong stands in the metadata. */
    @Override
    protected List<Wanted> notAdmitted() {
        return List.of();
    }

    @Test
    void a_file_of_the_input_is_opened() throws IOException {
        var upscale = new ToolName("upscale-image");
        assertThatItOpens(file -> new Wanted(upscale, "{\"image\":\"" + file + "\"}"));
    }
}
