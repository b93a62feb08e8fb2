package dev.safelight.server.dialect.tasks;

import dev.safelight.core.ledger.Credits;
import dev.safelight.core.task.Failure;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.TaskState;
import dev.safelight.core.task.TaskView;
import dev.safelight.server.dialect.DialectPorts;
import dev.safelight.server.dialect.Expectations;
import dev.safelight.server.dialect.FailureWords;
import dev.safelight.server.dialect.ShownIds;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;

import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/** Writes a task as this dialect shows it, into an open object. */
final class TaskJson {
    private final ShownIds ids;
    private final Expectations expectations;
    private final ToLongFunction<TaskView> untilDone;
    private final FailureWords words;

    private TaskJson(
            DialectPorts ports,
            ShownIds ids,
            Expectations expectations,
            ToLongFunction<TaskView> untilDone) {
        this.ids = ids;
        this.expectations = expectations;
        this.untilDone = untilDone;
        words = new FailureWords(SubmitInput.FIELDS, ports.offer().catalog());
    }

    /** Of tasks as they are now: how long one takes is expected anew each time. */
    static TaskJson ofNow(DialectPorts ports, ShownIds ids, Expectations expectations) {
        return new TaskJson(ports, ids, expectations, expectations::seconds);
    }

    /** Of tasks as of entries of their logs: the same whenever it is written. */
    static TaskJson ofEntries(DialectPorts ports, ShownIds ids) {
        var expectations = new Expectations(ports);
        return new TaskJson(ports, ids, expectations, expectations::usual);
    }

    /**
     * As it is.
     *
     * @param output writes the entries of what a completed one has made
     */
    void write(JsonGenerator json, TaskView view, Consumer<JsonGenerator> output) {
        writeIds(json, view.id(), view.input().callersId());
        switch (view.state()) {
            case TaskState.Pending _ -> writeEstimated(json, view, "pending");
            case TaskState.Running _ -> writeEstimated(json, view, "running");
            case TaskState.Retrying _ -> writeEstimated(json, view, "running");
            case TaskState.Cancelled() -> writeCalledOff(json, view);
            case TaskState.Failed(var failure) -> writeFailed(json, view, failure);
            case TaskState.Succeeded(var price, var _) -> {
                json.writeStringProperty("status", "completed");
                writeCredits(json, "credits_used", price);
                json.writeArrayPropertyStart("output");
                output.accept(json);
                json.writeEndArray();
                writeOrigin(json, view);
            }
        }
        writeMetadata(json, view);
    }

    /** As it is once it was called off, from what it was before. */
    void writeCancelled(JsonGenerator json, TaskView before) {
        writeIds(json, before.id(), before.input().callersId());
        writeCalledOff(json, before);
        writeMetadata(json, before);
    }

    void writeIds(JsonGenerator json, TaskId id, @Nullable String callersId) {
        json.writeStringProperty("task_id", ids.of(id));
        if (callersId != null) json.writeStringProperty("out_task_id", callersId);
    }

    static void writeEstimate(JsonGenerator json, String status, Credits credits, long seconds) {
        json.writeStringProperty("status", status);
        writeCredits(json, "estimated_credits", credits);
        json.writeNumberProperty("estimated_seconds", seconds);
    }

    private void writeEstimated(JsonGenerator json, TaskView view, String status) {
        var hold = view.task().terms().hold();
        writeEstimate(json, status, hold, untilDone.applyAsLong(view));
    }

    private void writeCalledOff(JsonGenerator json, TaskView view) {
        var hold = view.task().terms().hold();
        writeEstimate(json, "cancelled", hold, expectations.usual(view));
    }

    private void writeFailed(JsonGenerator json, TaskView view, Failure failure) {
        json.writeStringProperty("status", "failed");
        writeCredits(json, "estimated_credits", view.task().terms().hold());
        json.writeStringProperty("error_code", ErrorWord.of(failure.code()));
        json.writeStringProperty("error_message", message(view, failure));
    }

    /** For people. */
    String message(TaskView view, Failure failure) {
        return words.message(view.task(), failure);
    }

    private static void writeCredits(JsonGenerator json, String name, Credits credits) {
        json.writeName(name);
        json.writeNumber(ShownCredits.of(credits));
    }

    /** Who made it, which the model's name does not tell. */
    static void writeOrigin(JsonGenerator json, TaskView view) {
        var route = view.task().route();
        json.writeStringProperty("model", route.model());
        json.writeStringProperty("engine", route.engine().text());
    }

    private static void writeMetadata(JsonGenerator json, TaskView view) {
        var metadata = view.input().metadata();
        if (metadata.isEmpty()) return;
        json.writeObjectPropertyStart("metadata");
        metadata.forEach(json::writeStringProperty);
        json.writeEndObject();
    }
}
