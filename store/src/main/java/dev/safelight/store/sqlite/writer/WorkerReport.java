package dev.safelight.store.sqlite.writer;

import dev.safelight.core.task.Failure;
import dev.safelight.core.task.Result;

/** What a worker may write about a task that it holds. */
public sealed interface WorkerReport {
    record Progress(int percent) implements WorkerReport {}

    /** JSON text for the next attempt. */
    record Checkpoint(String body) implements WorkerReport {}

    record Complete(Result result) implements WorkerReport {}

    record Fail(Failure failure, boolean passing) implements WorkerReport {}

    record GiveBack() implements WorkerReport {}

    record Stopped() implements WorkerReport {}
}
