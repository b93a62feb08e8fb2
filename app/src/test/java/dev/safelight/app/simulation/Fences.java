package dev.safelight.app.simulation;

import dev.safelight.core.task.Lease;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.WriteOutcome;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Watches that only a task's latest lease is ever written under, whoever of a boot holds it. */
final class Fences {
    private final Consumer<Throwable> broken;
    private final Map<TaskId, Long> latest = new HashMap<>();

    /**
     * @param broken is told when a worker was answered what must not be
     */
    Fences(Consumer<Throwable> broken) {
        this.broken = broken;
    }

    void handOut(Lease lease) {
        var earlier = latest.put(lease.task(), lease.fence());
        if (earlier != null && earlier >= lease.fence())
            broken.accept(new AssertionError("a fence that is not fresh: " + lease));
    }

    CompletableFuture<WriteOutcome> watch(Lease lease, CompletableFuture<WriteOutcome> answer) {
        return answer.thenApply(write -> {
            if (write == WriteOutcome.STORED
                    && lease.fence() != latest.getOrDefault(lease.task(), 0L))
                broken.accept(new AssertionError("a late write was taken: " + lease));
            return write;
        });
    }
}
