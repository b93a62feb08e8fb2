package dev.safelight.core.webhook;

import dev.safelight.core.task.Failure;
import dev.safelight.core.task.Output;
import dev.safelight.core.task.Task;
import dev.safelight.core.task.TaskState;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

import java.io.StringWriter;
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
        var text = new StringWriter(256);
        // Written as a stream: a tree first costs the writer thread twice as much.
        try (var json = JsonMapper.shared().createGenerator(text)) {
            write(json, task, now);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Task task, Instant now) {
        String status = task.status().name().toLowerCase(Locale.ROOT);
        json.writeStartObject();
        json.writeStringProperty("type", "task." + status);
        json.writeStringProperty("timestamp", now.toString());
        json.writeObjectPropertyStart("data");
        json.writeStringProperty("taskId", "task_" + task.ref().id());
        json.writeStringProperty("tool", task.route().tool().text());
        json.writeStringProperty("status", status);
        if (task.state() instanceof TaskState.Succeeded(var price, var output)) write(json, output);
        if (task.state() instanceof TaskState.Failed(var failure)) write(json, failure);
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Output output) {
        json.writeObjectPropertyStart("output");
        json.writeArrayPropertyStart("assetIds");
        for (var asset : output.assets()) json.writeString("asset_" + asset);
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Failure failure) {
        json.writeObjectPropertyStart("error");
        json.writeStringProperty("code", failure.code().wire());
        json.writeStringProperty("message", failure.message());
        json.writeBooleanProperty("retryable", failure.retryable());
        json.writeEndObject();
    }
}
