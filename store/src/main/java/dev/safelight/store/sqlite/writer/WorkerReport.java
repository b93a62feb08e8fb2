package dev.safelight.store.sqlite.writer;

import dev.safelight.core.task.Failure;
import dev.safelight.core.task.Result;

/** What a worker may write about a task that it holds, or held until it ended without it. */
public sealed interface WorkerReport {

    /** About a task that has not ended. */
    sealed interface WhileLive extends WorkerReport {}

    record Progress(int percent) implements WhileLive {}

    /** JSON text for the next attempt. */
    record Checkpoint(String body) implements WhileLive {}

    record Complete(Result result) implements WhileLive {}

    record Fail(Failure failure, boolean passing) implements WhileLive {}

    record GiveBack() implements WhileLive {}

    /** About one that has: its engine is done with it. */
    record Stopped() implements WorkerReport {}
}
