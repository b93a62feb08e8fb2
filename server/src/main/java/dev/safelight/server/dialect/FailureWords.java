package dev.safelight.server.dialect;

import dev.safelight.core.task.Failure;
import dev.safelight.core.task.Task;
import dev.safelight.core.task.Tasks;
import dev.safelight.core.tool.Catalog;

import java.time.Duration;

/** Says why a task failed, and which field of its submit had it end so early. */
public final class FailureWords {
    private final SubmitFields fields;
    private final Catalog catalog;

    /** @param fields as the dialect spells them, whichever the task was submitted in */
    public FailureWords(SubmitFields fields, Catalog catalog) {
        this.fields = fields;
        this.catalog = catalog;
    }

    /** For people. */
    public String message(Task task, Failure failure) {
        return failure.message()
                + switch (failure.code()) {
                    case QUEUE_EXPIRED -> queueHint(task.terms().queueLimit());
                    case DEADLINE_EXCEEDED -> runHint(task);
                    case MODEL_ERROR,
                            PROMPT_REFUSED,
                            INVALID_INPUT,
                            ENGINE_UNAVAILABLE,
                            ENGINE_CRASHED,
                            LEASE_LOST,
                            OUTCOME_UNKNOWN,
                            STORAGE_FAILED -> "";
                };
    }

    private String queueHint(Duration limit) {
        return limit.compareTo(Tasks.QUEUE_LIMIT) < 0 ? hint(fields.startDeadline(), limit) : "";
    }

    private String runHint(Task task) {
        var limit = task.terms().runLimit();
        boolean wished = catalog.find(task.route().tool())
                .filter(tool -> limit.compareTo(tool.deadline()) < 0)
                .isPresent();
        return wished ? hint(fields.runDeadline(), limit) : "";
    }

    private static String hint(String field, Duration limit) {
        return " Its " + field + " was " + limit.toSeconds() + ".";
    }
}
