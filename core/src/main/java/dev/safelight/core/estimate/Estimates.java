package dev.safelight.core.estimate;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.task.CommitListener;
import dev.safelight.core.task.Route;
import dev.safelight.core.task.Task;
import dev.safelight.core.task.TaskChange;
import dev.safelight.core.task.TaskEvent;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.TaskState;
import dev.safelight.core.task.TaskView;
import dev.safelight.core.tool.EngineName;
import dev.safelight.core.tool.ToolName;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * When tasks will probably be done. It follows the commits: what waits at each engine, what runs,
 * and how long the last runs of each tool took there. Safe for use by many threads.
 */
public final class Estimates implements CommitListener {
    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final long POLLS_PER_TASK = 4;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    private final InstantSource clock;
    private final Map<EngineName, EngineLine> lines = new ConcurrentHashMap<>();
    private final Map<Work, RunTimes> times = new ConcurrentHashMap<>();
    private final Map<TaskId, Instant> begun = new ConcurrentHashMap<>();

    /** What is done by whom: runs of one of these take about as long as each other. */
    private record Work(ToolName tool, EngineName engine) {
        private static Work of(Route route) {
            return new Work(route.tool(), route.engine());
        }
    }

    public Estimates(InstantSource clock) {
        this.clock = clock;
    }

    /** A task that was live before the first commit is told of. */
    public void found(Task task) {
        switch (task.state()) {
            case TaskState.Pending pending ->
                line(task).add(task.owner().account(), position(task));
            case TaskState.Running(var effort, var worker, var progress) ->
                begin(task, effort.started());
            case TaskState.Retrying retrying -> {}
            case TaskState.Terminal ended -> {}
        }
    }

    /** Runs that succeeded before the first commit is told of, the newest first. */
    public void learn(List<PastRun> runs) {
        for (var run : runs.reversed()) learn(run.route(), run.took());
    }

    private void learn(Route route, Duration took) {
        times.computeIfAbsent(Work.of(route), work -> new RunTimes()).add(took);
    }

    @Override
    public void committed(List<TaskChange> changes) {
        for (var change : changes) follow(change);
    }

    private void follow(TaskChange change) {
        var task = change.task();
        var entry = change.entry();
        // Nothing comes between a submit and what ends its wait.
        if (entry.sequence() == 2) line(task).remove(task.owner().account(), position(task));
        switch (entry.event()) {
            case TaskEvent.Submitted submitted ->
                line(task).add(task.owner().account(), position(task));
            case TaskEvent.Started started -> begin(task, entry.at());
            case TaskEvent.Progressed progressed -> {}
            case TaskEvent.Retried retried -> end(task);
            case TaskEvent.Returned returned -> end(task);
            case TaskEvent.Succeeded succeeded -> {
                var since = end(task);
                if (since != null) learn(task.route(), Duration.between(since, entry.at()));
            }
            case TaskEvent.Failed failed -> end(task);
            case TaskEvent.Cancelled cancelled -> end(task);
            case TaskEvent.Stopped stopped -> {}
        }
    }

    private void begin(Task task, Instant at) {
        begun.put(task.id(), at);
        line(task).begin(task.owner().account());
    }

    /** It runs no more; since when it did, or null if it did not. */
    private @Nullable Instant end(Task task) {
        var since = begun.remove(task.id());
        if (since != null) line(task).end(task.owner().account());
        return since;
    }

    private EngineLine line(Task task) {
        return line(task.route());
    }

    private EngineLine line(Route route) {
        return lines.computeIfAbsent(route.engine(), engine -> new EngineLine());
    }

    private static QueuePosition position(Task task) {
        return new QueuePosition(task.terms().priority(), task.id().id().millis() / 1_000);
    }

    /**
     * How long a run of this kind takes.
     *
     * @param typical what the catalog says, for want of any that was seen
     */
    public Duration run(Route route, Duration typical) {
        var seen = times.get(Work.of(route));
        return seen == null ? typical : seen.median().orElse(typical);
    }

    /**
     * How long from now until a live task is done; a second at least. Of one that has ended, how
     * long such a run takes.
     *
     * @param typical what the catalog says, for want of any that was seen
     */
    public Duration untilDone(TaskView view, Duration typical) {
        var run = run(view.task().route(), typical);
        var left = switch (view.state()) {
            case TaskState.Pending pending -> untilDone(view.task(), run);
            case TaskState.Running running -> run.minus(ran(view));
            case TaskState.Retrying(var effort, var due) ->
                run.plus(Duration.between(clock.instant(), due));
            case TaskState.Terminal ended -> run;
        };
        return left.compareTo(LEAST) < 0 ? LEAST : left;
    }

    /**
     * The same for one that is about to be submitted.
     *
     * @param priority 0-9
     */
    public Duration untilDoneOfNew(AccountId account, Route route, int priority, Duration typical) {
        var position = new QueuePosition(priority, clock.instant().getEpochSecond());
        return untilDone(account, route, position, run(route, typical));
    }

    /** How long a client that polls had best leave a live task alone, in whole seconds. */
    public Duration pause(TaskView view, Duration typical) {
        var share = untilDone(view, typical).dividedBy(POLLS_PER_TASK);
        if (share.compareTo(LONGEST_PAUSE) > 0) return LONGEST_PAUSE;
        return Duration.ofSeconds(Math.max(1, share.toSeconds()));
    }

    private Duration untilDone(Task task, Duration run) {
        return untilDone(task.owner().account(), task.route(), position(task), run);
    }

    /** Before anything was seen nobody knows how fast a line moves. */
    private Duration untilDone(
            AccountId account, Route route, QueuePosition position, Duration run) {
        if (!times.containsKey(Work.of(route))) return run;
        double runs = 1 + line(route).runsBefore(account, position);
        return Duration.ofMillis(Math.round(runs * run.toMillis()));
    }

    /** What the attempt under way has had of its time. */
    private Duration ran(TaskView view) {
        @Nullable Instant since = begun.get(view.id());
        if (since == null) since = view.times().started();
        return since == null ? Duration.ZERO : Duration.between(since, clock.instant());
    }
}
