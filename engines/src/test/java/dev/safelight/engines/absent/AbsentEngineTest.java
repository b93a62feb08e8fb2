package dev.safelight.engines.absent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.safelight.core.engine.EngineFailure;
import dev.safelight.core.engine.Job;
import dev.safelight.core.id.Id;
import dev.safelight.core.task.FailureCode;
import dev.safelight.core.task.Route;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.tool.EngineName;
import dev.safelight.core.tool.ToolName;
import dev.safelight.engines.illustrator.QuietRun;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

import java.util.Map;

class AbsentEngineTest {
    private static final EngineName CLIPS = new EngineName("clips");

    @Test
    void every_task_fails_for_good_and_is_told_what_is_missing() {
        var route = new Route(new ToolName("generate-video"), "sora-2", CLIPS);
        var input = JsonMapper.shared().createObjectNode();
        var job = new Job(new TaskId(new Id(1, 1)), 1, route, input, Map.of(), null);
        var refused = catchThrowableOfType(
                EngineFailure.class, () -> new AbsentEngine(CLIPS).render(job, new QuietRun()));
        assertThat(refused.failure().code()).isEqualTo(FailureCode.ENGINE_UNAVAILABLE);
        assertThat(refused.failure().retryable()).isFalse();
        assertThat(refused.isPassing()).isFalse();
        assertThat(refused.getMessage())
                .contains("generate-video", "the engine clips is not installed", "--route sora-2=");
    }
}
