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
    /** What a file that was brought is to those who are told, once it is stored. */
    public static final List<Occasion> FILE_STORED =
            List.of(Occasion.FILE_UPLOADED, Occasion.FILE_DOWNLOADABLE);

    /** The same once its bytes were not taken. */
    public static final List<Occasion> FILE_REFUSED = List.of(Occasion.FILE_REFUSED);

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

    /** What a file that was brought is to those who are told, once it was looked at. */
    public static List<Occasion> studied(boolean isReadable) {
        return isReadable
                ? List.of(Occasion.FILE_PLAYABLE, Occasion.FILE_UNDERSTOOD)
                : List.of(Occasion.FILE_NOT_UNDERSTOOD);
    }

    /**
     * Whether an occasion can be one of a file of this kind.
     *
     * @param contentType by its bytes
     */
    public static boolean fits(Occasion occasion, String contentType) {
        return occasion != Occasion.FILE_PLAYABLE
                || contentType.startsWith("video/")
                || contentType.startsWith("audio/");
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

    /** The endpoints that are told of a file: none that is told of one key's tasks alone. */
    public static <E> List<E> told(
            Occasion occasion, List<E> active, Function<E, Interest> interest) {
        if (active.isEmpty()) return List.of();
        var told = new ArrayList<E>(active.size());
        for (var endpoint : active) {
            if (interest.apply(endpoint).covers(occasion)) told.add(endpoint);
        }
        return told;
    }
}
