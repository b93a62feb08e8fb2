package dev.safelight.core.webhook;

import dev.safelight.core.id.KeyId;
import dev.safelight.core.task.TaskEvent;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Who is told of what: pure functions over values. A store asks them in the transaction that
 * decides an event, and writes one delivery for each target. Asked for every event of every task:
 * nothing is made where nobody is told.
 */
public final class DeliveryRules {
    private DeliveryRules() {}

    /** What an event of a task is to those who are told, or null when nobody is. */
    public static @Nullable Occasion occasion(TaskEvent event) {
        return switch (event) {
            case TaskEvent.Succeeded s -> Occasion.TASK_SUCCEEDED;
            case TaskEvent.Failed f -> Occasion.TASK_FAILED;
            case TaskEvent.Cancelled c -> Occasion.TASK_CANCELLED;
            case TaskEvent.Submitted s -> null;
            case TaskEvent.Started s -> null;
            case TaskEvent.Progressed p -> null;
            case TaskEvent.Retried r -> null;
            case TaskEvent.Returned r -> null;
            case TaskEvent.Stopped s -> null;
        };
    }

    /**
     * The endpoints that are told, in their order. A task's own callback is told of every occasion.
     *
     * @param key that asked for the task
     * @param active the account's active endpoints, as the store knows them
     * @param interest of one of them
     */
    public static <E> List<E> told(
            KeyId key, Occasion occasion, List<E> active, Function<E, Interest> interest) {
        if (active.isEmpty()) return List.of();
        var told = new ArrayList<E>(active.size());
        for (var endpoint : active) {
            if (interest.apply(endpoint).covers(key, occasion)) told.add(endpoint);
        }
        return told;
    }
}
