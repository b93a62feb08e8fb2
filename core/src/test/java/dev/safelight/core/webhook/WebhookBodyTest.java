package dev.safelight.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.asset.AssetId;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Id;
import dev.safelight.core.id.KeyId;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.task.Failure;
import dev.safelight.core.task.FailureCode;
import dev.safelight.core.task.Output;
import dev.safelight.core.task.Owner;
import dev.safelight.core.task.Route;
import dev.safelight.core.task.Task;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.TaskRef;
import dev.safelight.core.task.TaskState;
import dev.safelight.core.task.Terms;
import dev.safelight.core.tool.EngineName;
import dev.safelight.core.tool.ToolName;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

class WebhookBodyTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void a_success_tells_its_files() {
        var output =
                new Output(List.of(new AssetId(new Id(1, 2)), new AssetId(new Id(1, 3))), "{}");
        assertThat(body(new TaskState.Succeeded(new Credits(80), output)))
                .isEqualTo("{\"type\":\"task.succeeded\",\"timestamp\":\"2026-11-22T12:00:00Z\","
                        + "\"data\":{\"taskId\":\"task_00000000000000000000000007\","
                        + "\"tool\":\"generate-image\",\"status\":\"succeeded\",\"output\":"
                        + "{\"assetIds\":[\"asset_0000000000000G000000000002\","
                        + "\"asset_0000000000000G000000000003\"]}}}");
    }

    @Test
    void a_failure_tells_why_with_its_quotes_escaped() {
        var failure = new Failure(FailureCode.MODEL_ERROR, "No \"cat\" came out.", true);
        assertThat(body(new TaskState.Failed(failure)))
                .isEqualTo("{\"type\":\"task.failed\",\"timestamp\":\"2026-11-22T12:00:00Z\","
                        + "\"data\":{\"taskId\":\"task_00000000000000000000000007\","
                        + "\"tool\":\"generate-image\",\"status\":\"failed\",\"error\":"
                        + "{\"code\":\"model_error\",\"message\":\"No \\\"cat\\\" came out.\","
                        + "\"retryable\":true}}}");
    }

    private static String body(TaskState state) {
        var task = new Task(
                new TaskRef(new TaskId(new Id(0, 7)), 1),
                new Owner(new AccountId(1), new KeyId(1)),
                new Route(ToolName.GENERATE_IMAGE, "m", EngineName.SANDBOX),
                new Terms(5, new Credits(80), Duration.ofHours(1), Duration.ofMinutes(5)),
                state,
                new Task.Stamp(4, 1));
        return WebhookBody.of(task, NOW);
    }
}
