package dev.safelight.core.worker;

import dev.safelight.core.engine.Pace;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * What all runs of a worker share.
 *
 * @param progressEvery the shortest time between two durable progress entries of a task
 * @param closing done once the store takes nothing any more: then nothing is tried again
 */
record RunEnvironment(
        WorkerPorts ports, Pace pace, Duration progressEvery, CompletableFuture<?> closing) {}
