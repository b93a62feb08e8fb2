package dev.safelight.engines.sandbox;

import dev.safelight.core.asset.AssetId;
import dev.safelight.core.engine.Engine;
import dev.safelight.core.engine.Pace;
import dev.safelight.core.tool.ToolName;
import dev.safelight.testkit.engine.EngineContract;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;

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

    /** Its bytes come from the task's id. */
    @Override
    protected @Nullable Wanted repeatable() {
        return null;
    }

    @Override
    protected Wanted naming(AssetId file) {
        return new Wanted(new ToolName("upscale-image"), "{\"image\":\"" + file + "\"}");
    }
}
