package dev.safelight.server.dialect;

import dev.safelight.core.access.Principal;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.TaskView;
import dev.safelight.core.task.Waits;
import dev.safelight.server.http.face.Answer;

import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Holds what is answered about a task until it has ended, for callers who prefer to wait. */
public final class HeldViews {
    private final Waits waits;
    private final InstantSource clock;
    private final Expectations expectations;

    public HeldViews(DialectPorts ports) {
        expectations = new Expectations(ports);
        waits = ports.work().waits();
        clock = ports.source().clock();
    }

    /** How a dialect shows a task. */
    @FunctionalInterface
    public interface Rendering {
        CompletableFuture<Answer.Text> show(TaskView view);
    }

    /** The task as the view has it; held first when it is live and its caller prefers to wait. */
    public Answer show(
            Principal who, TaskView view, @Nullable PreferredWait preferred, Rendering rendering) {
        var now = hinting(rendering, view);
        if (preferred == null) return Answer.later(now, Function.identity());
        if (view.isTerminal()) return Answer.later(now, preferred::applied);
        return Answer.later(now, text -> hold(who, view.id(), preferred, rendering, text));
    }

    /**
     * Holds until the task has ended or the wait is over. Nothing is written meanwhile: a header
     * that follows spaces would come too late.
     *
     * @param rendering shows the task as it is then, ended or not
     * @param meanwhile the answer when it cannot be held or read
     */
    public Answer hold(
            Principal who,
            TaskId task,
            PreferredWait preferred,
            Rendering rendering,
            Answer.Text meanwhile) {
        var until = clock.instant().plus(preferred.most());
        var end = waits.forEnd(who.account(), task, until);
        var text = end.thenCompose(
                        waited -> hinting(rendering, waited.orElseThrow().view()))
                .thenApply(preferred::applied)
                .exceptionally(unread -> meanwhile);
        return new Answer.Held(text, () -> end.cancel(false), true, () -> meanwhile);
    }

    /** A poll of a live task is told when the next one is worth while. */
    private CompletableFuture<Answer.Text> hinting(Rendering rendering, TaskView view) {
        return rendering.show(view).thenApply(text -> expectations.hinting(view, text));
    }
}
