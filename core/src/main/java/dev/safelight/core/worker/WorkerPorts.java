package dev.safelight.core.worker;

import dev.safelight.core.asset.Blobs;
import dev.safelight.core.engine.Jobs;
import dev.safelight.core.id.Ids;
import dev.safelight.core.task.TaskStore;

import java.time.InstantSource;

/** What a worker needs of the rest. */
public record WorkerPorts(TaskStore store, Jobs jobs, Blobs blobs, Ids ids, InstantSource clock) {}
