package dev.safelight.core.engine;

import dev.safelight.core.task.CommitListener;
import dev.safelight.core.task.Lease;
import dev.safelight.core.task.NewWorker;
import dev.safelight.core.task.TaskChange;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.TaskStatus;
import dev.safelight.core.task.WorkerId;
import dev.safelight.core.task.WriteOutcome;
import dev.safelight.core.time.Step;
import dev.safelight.core.tool.EngineName;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * Takes tasks for the engines of this process and runs them. One claim waits for each engine as
 * long as it has a free slot; one heartbeat covers all runs. Answers of the store arrive on other
 * threads and are put into an inbox: everything else is confined to the thread that steps.
 */
public final class Worker implements Step, CommitListener {
    /** Before the store is asked again what it could not take. */
    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(1);

    private final WorkerSettings settings;
    private final WorkerPorts ports;
    private final RunThreads threads;
    private final Pace pace;
    private final Runnable wake;
    private final Map<EngineName, Bench> benches = new LinkedHashMap<>();
    private final Map<TaskId, Execution> active = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Runnable> inbox = new ConcurrentLinkedQueue<>();
    private @Nullable WorkerId id;
    private boolean entering;
    private Instant nextBeat = Instant.MIN;
    private final CompletableFuture<Void> closing = new CompletableFuture<>();
    private Instant withdrawAt = Instant.MIN;
    private volatile boolean draining;
    private volatile int hanging;

    /**
     * @param wake called when there is something in the inbox; must be quick
     */
    public Worker(
            WorkerSettings settings,
            List<? extends Engine> engines,
            WorkerPorts ports,
            RunThreads threads,
            Pace pace,
            Runnable wake) {
        this.settings = settings;
        this.ports = ports;
        this.threads = threads;
        this.pace = pace;
        this.wake = wake;
        engines.forEach(engine -> benches.put(engine.name(), new Bench(engine)));
    }

    @Override
    public Instant step(Instant now) {
        Runnable letter;
        while ((letter = inbox.poll()) != null) letter.run();
        if (!now.isBefore(nextBeat)) {
            if (id == null) enter(now);
            else beat(id, now);
        }
        if (id != null && draining) withdraw(id, now);
        else if (id != null) claim(id, now);
        return nextCall(now);
    }

    private Instant nextCall(Instant now) {
        var next = nextBeat;
        if (draining && id != null && withdrawAt.isBefore(next)) next = withdrawAt;
        for (var bench : benches.values()) {
            if (bench.claimAfter.isAfter(now) && bench.claimAfter.isBefore(next))
                next = bench.claimAfter;
        }
        return next;
    }

    /** Takes nothing new from here on; what runs may finish. */
    public void drain() {
        draining = true;
        wake.run();
    }

    /** Stops what still runs and gives it back; its attempts do not count. */
    public void giveBack() {
        active.values().forEach(execution -> execution.stop(Execution.Why.DRAINED));
    }

    /** The store is about to close: what it does not take now is not tried again. */
    public void giveUp() {
        closing.complete(null);
    }

    /** How many engines go on long after they were asked to stop; each keeps its slot. */
    public int hanging() {
        return hanging;
    }

    /** How many runs are under way. */
    public int running() {
        return active.size();
    }

    /** Tells a run that its task has ended, or is no longer this worker's. */
    @Override
    public void committed(List<TaskChange> changes) {
        if (active.isEmpty()) return;
        for (var change : changes) {
            var execution = active.get(change.id());
            if (execution == null) continue;
            if (change.task().stamp().fence() != execution.lease().fence())
                execution.stop(Execution.Why.LOST);
            else if (change.status().isTerminal()) execution.stop(Execution.Why.ENDED);
            else if (change.status() == TaskStatus.RETRYING) execution.stop(Execution.Why.LOST);
        }
    }

    private void enter(Instant now) {
        nextBeat = now.plus(settings.lease().dividedBy(3));
        if (entering || draining) return;
        entering = true;
        var slots = new HashMap<EngineName, Integer>();
        benches.forEach((engine, bench) -> slots.put(engine, bench.engine.capacity()));
        var entry = new NewWorker(settings.node(), settings.lease(), slots);
        later(ports.store().enter(entry), this::entered, fault -> entering = false);
    }

    private void entered(WorkerId given) {
        entering = false;
        id = given;
    }

    private void beat(WorkerId worker, Instant now) {
        nextBeat = now.plus(settings.lease().dividedBy(3));
        later(ports.store().heartbeat(worker, settings.lease()), this::beaten, fault -> {});
        benches.values().forEach(bench -> bench.lookForHanging(now));
        hanging = countHanging();
    }

    private int countHanging() {
        return benches.values().stream().mapToInt(Bench::hanging).sum();
    }

    private void beaten(WriteOutcome beat) {
        if (beat == WriteOutcome.LOST) lost();
    }

    /** Silent for longer than the lease: what runs belongs to others now. */
    private void lost() {
        id = null;
        active.values().forEach(execution -> execution.stop(Execution.Why.LOST));
        enter(ports.clock().instant());
    }

    /** What waits in line must not be started while nothing new is taken. */
    private void withdraw(WorkerId worker, Instant now) {
        if (now.isBefore(withdrawAt)) return;
        withdrawAt = Instant.MAX;
        later(
                ports.store().withdraw(worker),
                done -> {},
                fault -> withdrawAt = ports.clock().instant().plus(AFTER_A_FAULT));
    }

    private void claim(WorkerId worker, Instant now) {
        for (var bench : benches.values()) {
            if (bench.claiming || bench.free() <= 0 || now.isBefore(bench.claimAfter)) continue;
            bench.claiming = true;
            var _ = ports.store()
                    .claim(worker, bench.engine.name(), bench.free())
                    .whenComplete((leases, fault) -> answered(worker, bench, leases, fault));
        }
    }

    /** On the store's thread: whatever becomes of these tasks from now on must find their runs. */
    private void answered(
            WorkerId worker, Bench bench, @Nullable List<Lease> leases, @Nullable Throwable fault) {
        if (fault != null || leases == null) {
            post(() -> refused(bench));
            return;
        }
        var executions = leases.stream().map(lease -> execution(bench, lease)).toList();
        executions.forEach(run -> active.put(run.lease().task(), run));
        post(() -> claimed(worker, bench, executions));
    }

    private void refused(Bench bench) {
        bench.claiming = false;
        bench.claimAfter = ports.clock().instant().plus(AFTER_A_FAULT);
    }

    private Execution execution(Bench bench, Lease lease) {
        return new Execution(lease, bench.engine, ports, pace, settings.progressEvery(), closing);
    }

    private void claimed(WorkerId worker, Bench bench, List<Execution> executions) {
        bench.claiming = false;
        // Only those who are not there any more, or take their claims back, get nothing.
        if (executions.isEmpty() && worker.equals(id) && !draining) lost();
        if (executions.isEmpty()) return;
        bench.runs.addAll(executions);
        if (draining) executions.forEach(run -> run.stop(Execution.Why.DRAINED));
        read(bench, executions);
    }

    /** One task that cannot be read keeps none of the others from running. */
    private void read(Bench bench, List<Execution> executions) {
        later(
                ports.jobs().of(executions.stream().map(Execution::lease).toList()),
                jobs -> start(bench, executions, jobs),
                fault -> {
                    if (executions.size() == 1) unread(bench, executions.getFirst(), fault);
                    else executions.forEach(execution -> read(bench, List.of(execution)));
                });
    }

    private void start(Bench bench, List<Execution> executions, List<Job> jobs) {
        for (int i = 0; i < jobs.size(); i++) {
            var execution = executions.get(i);
            var job = jobs.get(i);
            onThread(bench, execution, () -> execution.run(job));
        }
    }

    /** Reported from a thread that may wait for the store. */
    private void unread(Bench bench, Execution execution, Throwable fault) {
        System.getLogger(Worker.class.getName())
                .log(System.Logger.Level.WARNING, "a task could not be read", fault);
        onThread(bench, execution, execution::reportUnread);
    }

    private void onThread(Bench bench, Execution execution, Runnable run) {
        threads.start(bench.engine.name(), () -> {
            try {
                run.run();
            } finally {
                post(() -> finished(bench, execution));
            }
        });
    }

    private void finished(Bench bench, Execution execution) {
        bench.finished(execution);
        hanging = countHanging();
        active.remove(execution.lease().task(), execution);
    }

    private <T> void later(
            CompletableFuture<T> answer, Consumer<T> then, Consumer<Throwable> otherwise) {
        var _ = answer.whenComplete((value, fault) -> post(() -> {
            if (fault == null) then.accept(value);
            else otherwise.accept(fault);
        }));
    }

    private void post(Runnable letter) {
        inbox.add(letter);
        wake.run();
    }
}
