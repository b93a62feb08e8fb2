package dev.safelight.core.worker;

import dev.safelight.core.task.Lease;
import dev.safelight.core.task.TaskStore;
import dev.safelight.core.task.WorkerId;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Takes tasks for the engines: one claim waits for each of them as long as it has a free slot.
 * Confined to the thread that steps the worker, but for the arrival of an answer.
 */
final class Claiming {
    /** Before the store is asked again what it could not answer. */
    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(1);

    private final TaskStore store;
    private final InstantSource clock;
    private final Inbox inbox;
    private final Presence presence;
    private final Running running;
    private final List<EngineClaim> claims;

    /** The claim of one engine. */
    private static final class EngineClaim {
        private final EngineRuns runs;
        private boolean waiting;
        private Instant notBefore = Instant.MIN;

        EngineClaim(EngineRuns runs) {
            this.runs = runs;
        }

        boolean isDue(Instant now) {
            return !waiting && runs.free() > 0 && !now.isBefore(notBefore);
        }
    }

    Claiming(WorkerPorts ports, Inbox inbox, Presence presence, Running running) {
        store = ports.store();
        clock = ports.clock();
        this.inbox = inbox;
        this.presence = presence;
        this.running = running;
        claims = running.engines().stream().map(EngineClaim::new).toList();
    }

    void step(Instant now) {
        var worker = presence.claimant();
        if (worker == null) return;
        for (var claim : claims) {
            if (claim.isDue(now)) send(worker, claim);
        }
    }

    /** When there is something to do if nothing arrives. */
    Instant nextStep(Instant now) {
        return claims.stream()
                .map(claim -> claim.notBefore)
                .filter(notBefore -> notBefore.isAfter(now))
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }

    private void send(WorkerId worker, EngineClaim claim) {
        claim.waiting = true;
        var runs = claim.runs;
        var _ = store.claim(worker, runs.engine().name(), runs.free())
                .whenComplete((leases, fault) -> arrived(worker, claim, leases, fault));
    }

    /** On the store's thread: what becomes of these tasks from now on must find their runs. */
    private void arrived(
            WorkerId worker,
            EngineClaim claim,
            @Nullable List<Lease> leases,
            @Nullable Throwable fault) {
        if (fault != null || leases == null) {
            inbox.post(() -> failed(claim));
            return;
        }
        var executions = running.register(claim.runs.engine(), leases);
        inbox.post(() -> claimed(worker, claim, executions));
    }

    private void failed(EngineClaim claim) {
        claim.waiting = false;
        claim.notBefore = clock.instant().plus(AFTER_A_FAULT);
    }

    private void claimed(WorkerId worker, EngineClaim claim, List<Execution> executions) {
        claim.waiting = false;
        if (executions.isEmpty()) {
            presence.claimedNothing(worker);
            return;
        }
        if (presence.isWithdrawing()) executions.forEach(run -> run.stop(StopReason.DRAINED));
        running.start(claim.runs, executions);
    }
}
