package dev.safelight.core.worker;

import java.time.Duration;

/**
 * How a worker behaves.
 *
 * @param node the same over restarts, so that a new boot ends the leases of the one before
 * @param lease how long the worker may be silent before its tasks go to another
 * @param progressEvery the shortest time between two durable progress entries of a task
 */
public record WorkerSettings(String node, Duration lease, Duration progressEvery) {
    public static final WorkerSettings DEFAULT =
            new WorkerSettings("local", Duration.ofSeconds(15), Duration.ofSeconds(1));
}
