package dev.safelight.core.worker;

import dev.safelight.core.engine.Engine;
import dev.safelight.core.engine.Job;
import dev.safelight.core.engine.RunThreads;
import dev.safelight.core.task.Lease;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs what was claimed: reads the jobs, starts each on a thread of its engine and frees its slot
 * once it has ended. Confined to the thread that steps the worker, but for what is said to be for
 * any.
 */
final class Running {
    private final List<EngineRuns> engines;
    private final ActiveRuns active;
    private final RunEnvironment environment;
    private final RunThreads threads;
    private final Inbox inbox;
    private volatile int hanging;

    Running(
            List<EngineRuns> engines,
            ActiveRuns active,
            RunEnvironment environment,
            RunThreads threads,
            Inbox inbox) {
        this.engines = engines;
        this.active = active;
        this.environment = environment;
        this.threads = threads;
        this.inbox = inbox;
    }

    List<EngineRuns> engines() {
        return engines;
    }

    /** How many runs go on long after they were asked to stop. Any thread. */
    int hanging() {
        return hanging;
    }

    void lookForHanging(Instant now) {
        engines.forEach(runs -> runs.lookForHanging(now));
        countHanging();
    }

    private void countHanging() {
        hanging = engines.stream().mapToInt(EngineRuns::hanging).sum();
    }

    /** A run for each lease, which hears from now on what becomes of its task. Any thread. */
    List<Execution> register(Engine engine, List<Lease> leases) {
        var executions = leases.stream()
                .map(lease -> new Execution(lease, engine, environment))
                .toList();
        executions.forEach(active::add);
        return executions;
    }

    /** Starts runs that were registered; each takes a slot of its engine. */
    void start(EngineRuns on, List<Execution> executions) {
        on.add(executions);
        read(on, executions);
    }

    /** One task that cannot be read keeps none of the others from running. */
    private void read(EngineRuns on, List<Execution> executions) {
        var leases = executions.stream().map(Execution::lease).toList();
        inbox.postAnswer(
                environment.ports().jobs().of(leases),
                jobs -> startEach(on, executions, jobs),
                fault -> {
                    if (executions.size() == 1) reportUnread(on, executions.getFirst(), fault);
                    else executions.forEach(execution -> read(on, List.of(execution)));
                });
    }

    private void startEach(EngineRuns on, List<Execution> executions, List<Job> jobs) {
        var attempts = new ArrayList<Attempt>();
        for (int i = 0; i < jobs.size(); i++)
            attempts.add(new Attempt(executions.get(i), jobs.get(i)));
        for (var group : JobGroups.groups(on.engine(), attempts)) {
            var first = group.getFirst();
            if (group.size() == 1) onThread(on, first.execution(), first::render);
            else startTogether(on, group);
        }
    }

    /** Each keeps its slot until all of them have ended: they share the engine's call. */
    private void startTogether(EngineRuns on, List<Attempt> group) {
        threads.start(on.engine().name(), () -> {
            try {
                JobGroups.render(on.engine(), group);
            } finally {
                for (var attempt : group) inbox.post(() -> finished(on, attempt.execution()));
            }
        });
    }

    /** Reported from a thread that may wait for the store. */
    private void reportUnread(EngineRuns on, Execution execution, Throwable fault) {
        System.getLogger(Running.class.getName())
                .log(System.Logger.Level.WARNING, "a task could not be read", fault);
        onThread(on, execution, execution::endUnread);
    }

    private void onThread(EngineRuns on, Execution execution, Runnable run) {
        threads.start(on.engine().name(), () -> {
            try {
                run.run();
            } finally {
                inbox.post(() -> finished(on, execution));
            }
        });
    }

    private void finished(EngineRuns on, Execution execution) {
        on.remove(execution);
        countHanging();
        active.remove(execution);
    }
}
