package dev.safelight.core.worker;

import dev.safelight.core.task.Failure;
import dev.safelight.core.task.FailureCode;
import dev.safelight.core.task.Lease;
import dev.safelight.core.task.TaskStore;
import dev.safelight.core.task.WriteOutcome;
import dev.safelight.core.tool.EngineName;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Tells the store how a run ended. Called on the run's own thread, which waits. */
final class RunReporter {
    private final Lease lease;
    private final EngineName engine;
    private final TaskStore store;
    private final LeaseWrites writes;

    RunReporter(Lease lease, EngineName engine, TaskStore store, LeaseWrites writes) {
        this.lease = lease;
        this.engine = engine;
        this.store = store;
        this.writes = writes;
    }

    void report(RunEnd end) {
        switch (end) {
            case RunEnd.Made made -> handIn(() -> store.complete(lease, made.result()));
            case RunEnd.Failed failed -> fail(failed.failure(), failed.passing());
            case RunEnd.Crashed crashed -> reportCrash(crashed.cause());
            case RunEnd.Unstored _ ->
                failInPassing(
                        FailureCode.STORAGE_FAILED,
                        "The result could not be stored. Submit it again.");
            case RunEnd.Unread _ ->
                failInPassing(
                        FailureCode.STORAGE_FAILED, "The task could not be read. Submit it again.");
            case RunEnd.Stopped stopped -> reportStop(stopped.reason());
        }
    }

    /** Reported before it is logged: what broke the engine may break the log as well. */
    private void reportCrash(Throwable cause) {
        failInPassing(
                FailureCode.ENGINE_CRASHED, "The engine broke while it ran. Submit it again.");
        System.getLogger(RunReporter.class.getName())
                .log(System.Logger.Level.WARNING, "engine " + engine + " broke", cause);
    }

    private void reportStop(StopReason reason) {
        switch (reason) {
            case ENDED -> handIn(() -> store.stopped(lease));
            case DRAINED -> handIn(() -> store.giveBack(lease));
            // Whoever has the task now reports it.
            case LOST -> {}
        }
    }

    private void failInPassing(FailureCode code, String message) {
        fail(new Failure(code, message, true), true);
    }

    private void fail(Failure failure, boolean passing) {
        handIn(() -> store.fail(lease, failure, passing));
    }

    /** What came too late is dropped; the store then still has to know that the engine stopped. */
    private void handIn(Supplier<CompletableFuture<WriteOutcome>> write) {
        var answer = writes.insist(write);
        if (answer == WriteOutcome.LOST) writes.insist(() -> store.stopped(lease));
    }
}
