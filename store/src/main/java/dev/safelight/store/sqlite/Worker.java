package dev.safelight.store.sqlite;

import dev.safelight.core.task.WorkerId;
import dev.safelight.core.tool.EngineName;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** A worker and what it has. Confined to the writer thread. */
final class Worker {
    final WorkerId id;
    final String node;

    /** What it brings; empty for one that was here before this process. */
    final Map<EngineName, Integer> slots;

    /** What it runs, and what it was told to stop and has not yet. */
    final Set<Live> tasks = new LinkedHashSet<>();

    Instant until;

    Worker(WorkerId id, String node, Map<EngineName, Integer> slots, Instant until) {
        this.id = id;
        this.node = node;
        this.slots = slots;
        this.until = until;
    }
}
