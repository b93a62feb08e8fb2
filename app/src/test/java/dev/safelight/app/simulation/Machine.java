package dev.safelight.app.simulation;

import dev.safelight.app.Driver;
import dev.safelight.core.engine.Pace;
import dev.safelight.core.engine.RunThreads;
import dev.safelight.core.task.CommitListener;
import dev.safelight.core.task.TaskChange;
import dev.safelight.core.task.TaskStore;
import dev.safelight.testkit.simulation.Coroutines;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Where a worker and its runs are. It may stand still for a while without knowing it. */
final class Machine implements Driver.Station {
    private final InstantSource clock;
    private final Fences fences;
    private final CommitListener witness;
    private final Coroutines runs;
    private final VirtualWheel wheel = new VirtualWheel();
    private final List<TaskChange> unheard = new ArrayList<>();
    private CommitListener worker = changes -> {};
    private Instant frozenUntil = Instant.MIN;

    /**
     * @param witness is told of commits in any case
     */
    Machine(InstantSource clock, Fences fences, CommitListener witness) {
        this.clock = clock;
        this.fences = fences;
        this.witness = witness;
        runs = new Coroutines(clock);
    }

    @Override
    public Pace pace() {
        return runs;
    }

    @Override
    public RunThreads runs() {
        return runs;
    }

    @Override
    public Driver.Wheel wheel() {
        return wheel;
    }

    @Override
    public TaskStore reach(TaskStore store) {
        return new Witness(store, fences);
    }

    /** What happens while it stands still it hears later, perhaps after its runs went on. */
    @Override
    public CommitListener tell(CommitListener told) {
        worker = told;
        return changes -> {
            witness.committed(changes);
            if (isFrozen(clock.instant()) || !unheard.isEmpty()) unheard.addAll(changes);
            else worker.committed(changes);
        };
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
        return !isFrozen(now) && wheel.turns().isDue(now);
    }

    void step(Instant now) {
        wheel.turns().take(now);
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
        var step = wheel.turns().next();
        return run.isBefore(step) ? run : step;
    }

    boolean isIdle() {
        return runs.size() == 0;
    }

    void kill() {
        runs.kill();
    }
}
