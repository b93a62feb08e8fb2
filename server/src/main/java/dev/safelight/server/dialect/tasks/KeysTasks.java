package dev.safelight.server.dialect.tasks;

import dev.safelight.core.access.Principal;
import dev.safelight.core.task.TaskView;
import dev.safelight.core.task.Tasks;
import dev.safelight.server.http.problem.ProblemCode;
import dev.safelight.server.http.problem.Refusal;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Finds tasks of the calling key. Those of another key are absent, also when its account is the
 * same.
 */
final class KeysTasks {
    private final Tasks tasks;

    KeysTasks(Tasks tasks) {
        this.tasks = tasks;
    }

    /** Fails with a Refusal when there is none. */
    CompletableFuture<TaskView> find(Principal who, TaskRef ref) {
        return look(who, ref)
                .thenApply(found ->
                        found.filter(view -> isOwn(who, view)).orElseThrow(KeysTasks::noTask));
    }

    private CompletableFuture<Optional<TaskView>> look(Principal who, TaskRef ref) {
        return switch (ref) {
            case TaskRef.Ours(var id) -> tasks.findHere(who, id);
            case TaskRef.Callers(var id) -> tasks.findOwn(who, id);
            case TaskRef.Nothing() -> CompletableFuture.completedFuture(Optional.empty());
        };
    }

    private static boolean isOwn(Principal who, TaskView view) {
        return view.task().owner().key().equals(who.key());
    }

    static Refusal noTask() {
        return new Refusal(
                ProblemCode.TASK_NOT_FOUND,
                "No task of this key matches. Use the task_id that a submit answered, or the"
                        + " out_task_id that you gave it.");
    }
}
