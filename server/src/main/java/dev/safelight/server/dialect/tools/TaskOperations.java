package dev.safelight.server.dialect.tools;

import dev.safelight.core.access.Principal;
import dev.safelight.core.task.Cancellation;
import dev.safelight.core.task.Preview;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.TaskView;
import dev.safelight.core.task.Tasks;
import dev.safelight.server.dialect.DialectPorts;
import dev.safelight.server.dialect.HeldViews;
import dev.safelight.server.dialect.PreferredWait;
import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.face.Call;
import dev.safelight.server.http.problem.Header;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** {@code get-task-status}, {@code cancel-task}, and what is coming of a task that runs. */
final class TaskOperations {
    /** The next one is another. */
    private static final List<Header> NOT_KEPT = List.of(
            new Header("Cache-Control", "no-store"),
            new Header("X-Content-Type-Options", "nosniff"));

    private final Tasks tasks;
    private final ToolsIds ids;
    private final TaskJson rendering;
    private final HeldViews held;

    TaskOperations(DialectPorts ports, ToolsIds ids, TaskJson rendering) {
        tasks = ports.work().tasks();
        held = new HeldViews(ports);
        this.ids = ids;
        this.rendering = rendering;
    }

    Answer status(Call call) {
        var preferred = PreferredWait.of(call);
        return Answer.later(
                tasks.findHere(call.who(), taskId(call)),
                found -> held.show(
                        call.who(), found.orElseThrow(ToolsIds::noTask), preferred, this::show));
    }

    /** {@code GET /api/v1/tasks/{taskId}/preview}: the bytes, or 204 while there are none. */
    Answer preview(Call call) {
        return Answer.later(
                tasks.findHere(call.who(), ids.task(call.segment(0))),
                found -> tasks.preview(found.orElseThrow(ToolsIds::noTask))
                        .map(TaskOperations::picture)
                        .orElseGet(TaskOperations::noPicture));
    }

    private static Answer.Text picture(Preview shown) {
        return new Answer.Text(200, shown.contentType(), shown.bytes(), NOT_KEPT);
    }

    private static Answer.Text noPicture() {
        return new Answer.Text(204, "", new byte[0], NOT_KEPT);
    }

    /** Answers who won, and the task as it is now. */
    Answer cancel(Call call) {
        Principal who = call.who();
        TaskId id = taskId(call);
        var outcome = tasks.cancel(who, id);
        var shown = outcome.thenCompose(winner -> show(who, id, winner));
        var answer = shown.exceptionallyCompose(
                fault -> outcome.thenCompose(winner -> winner == Cancellation.CANCELLED
                        ? CompletableFuture.completedFuture(cancelled(id))
                        : CompletableFuture.failedFuture(fault)));
        return Answer.later(answer, Function.identity());
    }

    private CompletableFuture<Answer.Text> show(TaskView view) {
        return CompletableFuture.completedFuture(Data.object(json -> rendering.write(json, view)));
    }

    private CompletableFuture<Answer.Text> show(Principal who, TaskId id, Cancellation winner) {
        return switch (winner) {
            case ABSENT -> throw ToolsIds.noTask();
            case CANCELLED -> tasks.find(who, id).thenApply(view -> show(true, view));
            case TOO_LATE -> tasks.find(who, id).thenApply(view -> show(false, view));
        };
    }

    private Answer.Text show(boolean cancelled, Optional<TaskView> found) {
        TaskView view = found.orElseThrow(ToolsIds::noTask);
        return Data.object(json -> {
            json.writeBooleanProperty("cancelled", cancelled);
            rendering.write(json, view);
        });
    }

    /** What is known of a cancel that is on disk when the task cannot be read: it did happen. */
    private Answer.Text cancelled(TaskId id) {
        return Data.object(json -> {
            json.writeBooleanProperty("cancelled", true);
            json.writeStringProperty("taskId", ids.shown().of(id));
            json.writeStringProperty("status", State.CANCELLED.name());
        });
    }

    private TaskId taskId(Call call) {
        return ids.task(call.body().get("taskId").asString());
    }
}
