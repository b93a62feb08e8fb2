package dev.safelight.core.webhook;

import dev.safelight.core.task.Failure;
import dev.safelight.core.task.Output;
import dev.safelight.core.task.Task;
import dev.safelight.core.task.TaskState;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.Locale;

/**
 * What an endpoint is told about a task that has ended: {@code type}, {@code timestamp}, {@code
 * data}.
 */
public final class WebhookBody {
    private WebhookBody() {}

    /** JSON text; its bytes are signed and sent as they are. */
    public static String of(Task task, Instant now) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        ObjectNode data = JsonMapper.shared().createObjectNode();
        data.put("taskId", "task_" + task.ref().id());
        data.put("tool", task.route().tool().text());
        data.put("status", task.status().name().toLowerCase(Locale.ROOT));
        if (task.state() instanceof TaskState.Succeeded(var price, var output)) add(data, output);
        if (task.state() instanceof TaskState.Failed(var failure)) add(data, failure);
        body.put("type", "task." + data.get("status").asString());
        return body.put("timestamp", now.toString()).set("data", data).toString();
    }

    private static void add(ObjectNode data, Output output) {
        var ids = data.putObject("output").putArray("assetIds");
        output.assets().forEach(asset -> ids.add("asset_" + asset));
    }

    private static void add(ObjectNode data, Failure failure) {
        var error = data.putObject("error").put("code", failure.code().wire());
        error.put("message", failure.message()).put("retryable", failure.retryable());
    }
}
