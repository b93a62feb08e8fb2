package dev.safelight.store.sqlite.writer;

import dev.safelight.core.task.Decision;
import dev.safelight.core.task.Lease;
import dev.safelight.core.task.TaskRules;
import dev.safelight.core.task.WorkerId;
import dev.safelight.core.task.WriteOutcome;
import dev.safelight.core.tool.EngineName;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Workers as they come, live, claim and go, within an open batch. Confined to the writer thread.
 */
final class WorkerDecider {
    private final Transaction tx;
    private final TaskRules rules;
    private final Recorder recorder;
    private final TaskDecider tasks;
    private final LiveTasks live;
    private final Staff staff;

    /** Who works here, and the claims that wait. */
    record Staff(Workers workers, WaitingClaims claims) {}

    WorkerDecider(
            Transaction tx,
            TaskRules rules,
            Recorder recorder,
            TaskDecider tasks,
            LiveTasks live,
            Staff staff) {
        this.tx = tx;
        this.rules = rules;
        this.recorder = recorder;
        this.tasks = tasks;
        this.live = live;
        this.staff = staff;
    }

    void decide(Command.Enter command) {
        for (var earlier : staff.workers().ofNode(command.worker().node())) dismiss(earlier);
        var entered = staff.workers().enter(command.worker(), tx.now());
        addCapacity(entered, 1);
        tx.afterCommit(() -> command.answer().complete(entered.id()));
    }

    void addCapacity(WorkerEntry worker, int sign) {
        worker.slots().forEach((engine, slots) -> live.addCapacity(engine, sign * slots));
    }

    void decide(Command.Heartbeat command) {
        var worker = staff.workers().find(command.worker());
        if (worker != null) staff.workers().heard(worker, command.lease(), tx.now());
        answer(command.answer(), worker != null);
    }

    void decide(Command.Withdraw command) {
        boolean isHere = staff.workers().find(command.worker()) != null;
        if (isHere) withdraw(command.worker());
        answer(command.answer(), isHere);
    }

    void decide(Command.Leave command) {
        var worker = staff.workers().find(command.worker());
        if (worker != null) dismiss(worker);
        answer(command.answer(), worker != null);
    }

    private void answer(CompletableFuture<WriteOutcome> answer, boolean stored) {
        var outcome = stored ? WriteOutcome.STORED : WriteOutcome.LOST;
        tx.afterCommit(() -> answer.complete(outcome));
    }

    private void withdraw(WorkerId worker) {
        for (var claim : staff.claims().takeAll(worker)) answer(claim, List.of());
    }

    private void answer(Command.Claim claim, List<Lease> leases) {
        tx.afterCommit(() -> claim.answer().complete(leases));
    }

    /** Ends the leases of workers that were not heard of. */
    void dismissSilent() {
        for (var worker : staff.workers().silent(tx.now())) dismiss(worker);
    }

    /** Ends a worker's leases and forgets it. */
    private void dismiss(WorkerEntry worker) {
        tx.afterCommit(staff.workers().remove(worker.id()));
        addCapacity(worker, -1);
        withdraw(worker.id());
        for (var task : live.of(worker.id())) {
            if (live.findStopping(task.task.id()) == task) live.stopped(task);
            else tasks.loseLease(task);
        }
    }

    /** Gives what is ready to the claims that wait. The rows of new tasks are written by now. */
    void serveClaims() {
        for (var engine : live.readyEngines()) {
            while (live.nextReady(engine) != null) {
                var claim = staff.claims().take(engine);
                if (claim == null) break;
                boolean isHere = staff.workers().find(claim.worker()) != null;
                answer(claim, isHere ? start(engine, claim) : List.of());
            }
        }
    }

    private List<Lease> start(EngineName engine, Command.Claim claim) {
        var leases = new ArrayList<Lease>();
        while (leases.size() < claim.max()) {
            var task = live.nextReady(engine);
            if (task == null) break;
            if (!(rules.start(task.task, claim.worker(), tx.now())
                    instanceof Decision.Change change))
                throw new IllegalStateException("ready, but cannot start: " + task.task);
            recorder.record(task, change);
            live.start(task, claim.worker());
            leases.add(task.task.lease());
        }
        return leases;
    }

    /** Whether a claim waits for something that is ready. */
    boolean canServe() {
        for (var engine : live.readyEngines()) {
            if (staff.claims().isWaiting(engine)) return true;
        }
        return false;
    }
}
