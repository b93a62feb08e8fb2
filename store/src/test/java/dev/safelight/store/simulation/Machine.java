package dev.safelight.store.simulation;

import dev.safelight.core.engine.Worker;
import dev.safelight.core.engine.WorkerPorts;
import dev.safelight.core.engine.WorkerSettings;
import dev.safelight.core.task.Commits;
import dev.safelight.core.task.TaskChange;
import dev.safelight.testkit.simulation.Coroutines;
import dev.safelight.testkit.simulation.Turns;
import dev.safelight.testkit.time.VirtualTime;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** A worker and the runs of its engine. It may stand still for a while without knowing it. */
final class Machine implements Commits {
    private static final Duration LEASE = Duration.ofSeconds(15);

    private final Coroutines runs;
    private final Worker worker;
    private final Turns turns;
    private final VirtualTime time;
    private final List<TaskChange> unheard = new ArrayList<>();
    private Instant frozenUntil = Instant.MIN;

    Machine(String node, WorkerPorts ports, VirtualTime time) {
        this.time = time;
        runs = new Coroutines(ports.clock());
        var settings = new WorkerSettings(node, LEASE, Duration.ofSeconds(1));
        worker = new Worker(
                settings, List.of(new PlannedEngine(runs)), ports, runs, runs, this::wake);
        turns = new Turns(worker);
    }

    private void wake() {
        turns.wake();
    }

    /** What happens while it stands still it hears later, perhaps after its runs went on. */
    @Override
    public void committed(List<TaskChange> changes) {
        if (isFrozen(time.instant()) || !unheard.isEmpty()) unheard.addAll(changes);
        else worker.committed(changes);
    }

    boolean canHear(Instant now) {
        return !isFrozen(now) && !unheard.isEmpty();
    }

    void hear() {
        var changes = List.copyOf(unheard);
        unheard.clear();
        worker.committed(changes);
    }

    void freeze(Instant until) {
        frozenUntil = until;
    }

    private boolean isFrozen(Instant now) {
        return now.isBefore(frozenUntil);
    }

    boolean canStep(Instant now) {
        return !isFrozen(now) && turns.isDue(now);
    }

    void step(Instant now) {
        turns.take(now);
    }

    boolean canRun(Instant now) {
        return !isFrozen(now) && runs.canGoOn();
    }

    void run(RandomGenerator random) {
        runs.goOn(random);
    }

    /** When something happens here if nobody does anything. */
    Instant nextWake(Instant now) {
        if (isFrozen(now)) return frozenUntil;
        var run = runs.nextWake();
        return run.isBefore(turns.next()) ? run : turns.next();
    }

    boolean isIdle() {
        return worker.running() == 0 && runs.size() == 0;
    }

    void kill() {
        runs.kill();
    }
}
