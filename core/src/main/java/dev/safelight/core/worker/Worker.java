package dev.safelight.core.worker;

import dev.safelight.core.engine.Engine;
import dev.safelight.core.engine.Pace;
import dev.safelight.core.engine.RunThreads;
import dev.safelight.core.task.CommitListener;
import dev.safelight.core.task.NewWorker;
import dev.safelight.core.task.TaskChange;
import dev.safelight.core.time.Step;
import dev.safelight.core.tool.EngineName;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Takes tasks for the engines of this process and runs them; one heartbeat covers all runs. Its
 * parts are confined to the thread that steps; answers of the store arrive on other threads and
 * reach them through the inbox. All other public methods may be called from any thread.
 */
public final class Worker implements Step, CommitListener {
    private final CompletableFuture<Void> closing = new CompletableFuture<>();
    private final ActiveRuns active = new ActiveRuns();
    private final Inbox inbox;
    private final Presence presence;
    private final Running running;
    private final Claiming claiming;

    /**
     * @param wake called when there is something to do; must be quick
     */
    public Worker(
            WorkerSettings settings,
            List<? extends Engine> engines,
            WorkerPorts ports,
            RunThreads threads,
            Pace pace,
            Runnable wake) {
        inbox = new Inbox(wake);
        presence = new Presence(
                entry(settings, engines),
                ports.store(),
                ports.clock(),
                inbox,
                () -> active.stopAll(StopReason.LOST));
        var environment = new RunEnvironment(ports, pace, settings.progressEvery(), closing);
        var runs = engines.stream().map(EngineRuns::new).toList();
        running = new Running(runs, active, environment, threads, inbox);
        claiming = new Claiming(ports, inbox, presence, running);
    }

    private static NewWorker entry(WorkerSettings settings, List<? extends Engine> engines) {
        var slots = new HashMap<EngineName, Integer>();
        engines.forEach(engine -> slots.put(engine.name(), engine.capacity()));
        return new NewWorker(settings.node(), settings.lease(), slots);
    }

    @Override
    public Instant step(Instant now) {
        inbox.handleAll();
        presence.step(now);
        running.lookForHanging(now);
        claiming.step(now);
        return earlier(presence.nextStep(), claiming.nextStep(now));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** Takes nothing new from here on; what runs may finish. */
    public void drain() {
        presence.withdraw();
        inbox.wake();
    }

    /** Stops what still runs and gives it back; its attempts do not count. */
    public void giveBack() {
        active.stopAll(StopReason.DRAINED);
    }

    /** The store is about to close: what it does not take now is not tried again. */
    public void giveUp() {
        closing.complete(null);
    }

    /** How many engines go on long after they were asked to stop; each keeps its slot. */
    public int hanging() {
        return running.hanging();
    }

    /** How many runs are under way. */
    public int running() {
        return active.size();
    }

    /** Tells a run that its task has ended, or is no longer this worker's. */
    @Override
    public void committed(List<TaskChange> changes) {
        active.committed(changes);
    }
}
