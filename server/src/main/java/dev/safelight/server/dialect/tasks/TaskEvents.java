package dev.safelight.server.dialect.tasks;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.task.Moment;
import dev.safelight.core.task.TaskEvent;
import dev.safelight.core.task.TaskFollowers;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.TaskState;
import dev.safelight.core.task.TaskView;
import dev.safelight.server.http.face.EventPiece;
import dev.safelight.server.http.face.EventSupply;
import dev.safelight.server.http.face.ServerEvent;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * What a stream tells of one task: perhaps how it is, then each entry of its log that follows, with
 * the task as of it, up to the one that ended it. What has no room in a piece is read again for the
 * next one.
 */
final class TaskEvents implements EventSupply {
    /** Says that entries may have been missed, and how the task is. */
    static final String RESYNC = "resync";

    private final Shown shown;
    private final AccountId account;
    private final TaskId task;
    private @Nullable First first;
    private long after;

    /** Who is asked for entries, and who shows them. */
    record Shown(TaskFollowers followers, TaskAnswers answers) {}

    /** An event that stands for the task as it is and not for an entry. */
    private record First(String name, TaskView view) {}

    private TaskEvents(Shown shown, TaskView view, long after, @Nullable First first) {
        this.shown = shown;
        this.account = view.task().owner().account();
        this.task = view.id();
        this.after = after;
        this.first = first;
    }

    /** How the task is, and what follows. */
    static TaskEvents of(Shown shown, TaskView now) {
        return from(shown, now, name(now.state()));
    }

    /** The same for a reader who knows of entries that are not there. */
    static TaskEvents resync(Shown shown, TaskView now) {
        return from(shown, now, RESYNC);
    }

    private static TaskEvents from(Shown shown, TaskView now, String name) {
        return new TaskEvents(shown, now, now.task().stamp().version(), new First(name, now));
    }

    /** What follows an entry. */
    static TaskEvents after(Shown shown, TaskView now, long sequence) {
        return new TaskEvents(shown, now, sequence, null);
    }

    @Override
    public CompletableFuture<EventPiece> next() {
        var greeting = first;
        first = null;
        if (greeting != null) return add(new EventPiece(), greeting.name(), after, greeting.view());
        var parked = shown.followers().next(account, task, after);
        var piece = parked.thenCompose(moments -> add(new EventPiece(), moments));
        var _ = piece.whenComplete((told, fault) -> parked.cancel(false));
        return piece;
    }

    private CompletableFuture<EventPiece> add(EventPiece piece, List<Moment> moments) {
        for (var moment : moments) {
            long sequence = moment.entry().sequence();
            var view = moment.view();
            if (view.isTerminal()) return add(piece, name(moment), sequence, view);
            if (!piece.add(event(sequence, name(moment), shown.answers().event(view)))) break;
            after = sequence;
        }
        return CompletableFuture.completedFuture(piece);
    }

    /** Adds an event that may show files, which have to be found; the last one ends the stream. */
    private CompletableFuture<EventPiece> add(
            EventPiece piece, String name, long sequence, TaskView view) {
        return shown.answers().wholeEvent(view).thenApply(data -> {
            if (!piece.add(event(sequence, name, data))) return piece;
            after = sequence;
            return view.isTerminal() ? piece.last() : piece;
        });
    }

    private static ServerEvent event(long sequence, String name, String data) {
        return new ServerEvent(Long.toString(sequence), name, data);
    }

    private static String name(Moment moment) {
        return moment.entry().kind() == TaskEvent.Kind.PROGRESSED
                ? "progress"
                : name(moment.view().state());
    }

    private static String name(TaskState state) {
        return switch (state) {
            case TaskState.Pending _ -> "pending";
            case TaskState.Running _ -> "running";
            case TaskState.Retrying _ -> "running";
            case TaskState.Succeeded _ -> "completed";
            case TaskState.Failed _ -> "failed";
            case TaskState.Cancelled() -> "cancelled";
        };
    }
}
