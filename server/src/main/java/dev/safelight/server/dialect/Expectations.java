package dev.safelight.server.dialect;

import dev.safelight.core.access.Principal;
import dev.safelight.core.estimate.Estimates;
import dev.safelight.core.task.TaskView;
import dev.safelight.core.task.Tasks;
import dev.safelight.core.tool.Catalog;
import dev.safelight.core.tool.Model;
import dev.safelight.core.tool.ModelName;
import dev.safelight.server.http.face.Answer;

import java.time.Duration;

/** When tasks will probably be done, for callers: a guess from what waits, runs and ran lately. */
public final class Expectations {
    private final Estimates estimates;
    private final Tasks tasks;
    private final Catalog catalog;

    public Expectations(DialectPorts ports) {
        estimates = ports.work().estimates();
        tasks = ports.work().tasks();
        catalog = ports.offer().catalog();
    }

    /**
     * In how many seconds a task will be done that is about to be submitted.
     *
     * @param priority 0-9
     */
    public long secondsOfNew(Principal who, Model model, int priority) {
        var route = tasks.route(who, model);
        return whole(estimates.untilDoneOfNew(who.account(), route, priority, model.typical()));
    }

    /** In how many seconds from now a live task will be done; of an ended one, {@link #usual}. */
    public long seconds(TaskView view) {
        return view.isTerminal() ? usual(view) : whole(estimates.untilDone(view, typical(view)));
    }

    /** What the catalog says: the same at every moment, for what is told as of an entry. */
    public long usual(TaskView view) {
        return whole(typical(view));
    }

    /** An answer about a task: of a live one it says when to ask again. */
    public Answer.Text hinting(TaskView view, Answer.Text answer) {
        if (view.isTerminal()) return answer;
        var pause = estimates.pause(view, typical(view));
        return answer.with("Retry-After", Long.toString(pause.toSeconds()));
    }

    /** A task of a model that is in the catalog no more is as long as what was seen of its kind. */
    private Duration typical(TaskView view) {
        return catalog.model(new ModelName(view.task().route().model()))
                .map(Model::typical)
                .orElse(Duration.ZERO);
    }

    private static long whole(Duration expected) {
        return Math.max(1, Math.ceilDiv(expected.toMillis(), 1_000L));
    }
}
