package dev.safelight.server.dialect.tasks;

import dev.safelight.core.task.TaskId;
import dev.safelight.server.dialect.ShownIds;
import dev.safelight.server.http.problem.Problem;
import dev.safelight.server.http.problem.Refusal;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Which task a caller means. */
sealed interface TaskRef {
    /** What a caller's own id may be. */
    Predicate<String> OWN_ID = Pattern.compile("[ -~]{1,128}").asMatchPredicate();

    /** By the id that a submit answered. */
    record Ours(TaskId id) implements TaskRef {}

    /** By the id that the caller gave it. */
    record Callers(String id) implements TaskRef {}

    /** By what cannot be the id of any task. */
    record Nothing() implements TaskRef {}

    /** Exactly one of {@code task_id} and {@code out_task_id}; an empty one is none. */
    static TaskRef of(ObjectNode body, ShownIds ids) {
        return of(text(body, "task_id"), body, ids);
    }

    /** The same with the id of the path, which goes before that of the body. */
    static TaskRef of(@Nullable String id, ObjectNode body, ShownIds ids) {
        String own = text(body, "out_task_id");
        if (own != null && id == null) return OWN_ID.test(own) ? new Callers(own) : new Nothing();
        if (own == null && id != null) return of(id, ids);
        throw new Refusal(Problem.invalid(
                "task_id",
                own == null
                        ? "One of 'task_id' and 'out_task_id' is required."
                        : "'task_id' and 'out_task_id' are given both; send one of them."));
    }

    /** By the id of the path alone. */
    static TaskRef of(String id, ShownIds ids) {
        return ids.task(id).<TaskRef>map(Ours::new).orElseGet(Nothing::new);
    }

    private static @Nullable String text(ObjectNode body, String name) {
        String text = body.path(name).asString("");
        return text.isEmpty() ? null : text;
    }
}
