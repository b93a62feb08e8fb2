package dev.safelight.server.dialect.tools;

import dev.safelight.core.access.Principal;
import dev.safelight.core.task.Cancellation;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.TaskView;
import dev.safelight.core.task.Tasks;
import dev.safelight.server.http.Answer;
import dev.safelight.server.http.Call;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** {@code get-task-status} and {@code cancel-task}. */
final class TaskOperations {
    private final Tasks tasks;
    private final TaskJson rendering;

    TaskOperations(Tasks tasks, TaskJson rendering) {
        this.tasks = tasks;
        this.rendering = rendering;
    }

    Answer status(Call call) {
        return Answer.later(tasks.find(call.who(), taskId(call)), found -> {
            TaskView view = found.orElseThrow(Shown::noTask);
            return Data.object(json -> rendering.write(json, view));
        });
    }

    /** Answers who won, and the task as it is now. */
    Answer cancel(Call call) {
        Principal who = call.who();
        TaskId id = taskId(call);
        var outcome = tasks.cancel(who, id).thenCompose(winner -> after(who, id, winner));
        return Answer.later(outcome, ended -> {
            TaskView view = ended.view().orElseThrow(Shown::noTask);
            return Data.object(json -> {
                json.writeBooleanProperty("cancelled", ended.winner() == Cancellation.CANCELLED);
                rendering.write(json, view);
            });
        });
    }

    private CompletableFuture<Ended> after(Principal who, TaskId id, Cancellation winner) {
        return switch (winner) {
            case ABSENT -> throw Shown.noTask();
            case CANCELLED, TOO_LATE ->
                tasks.find(who, id).thenApply(view -> new Ended(winner, view));
        };
    }

    private record Ended(Cancellation winner, Optional<TaskView> view) {}

    static TaskId taskId(Call call) {
        return Shown.task(call.body().get("taskId").asString());
    }
}
