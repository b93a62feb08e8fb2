package dev.safelight.store.sqlite.writer;

import dev.safelight.core.task.WorkerId;
import dev.safelight.core.tool.EngineName;

import java.time.Instant;
import java.util.Map;

/**
 * A worker and its lease.
 *
 * @param slots what it brings; empty for one that was here before this process
 * @param until when its lease ends if nothing is heard
 */
record WorkerEntry(WorkerId id, String node, Map<EngineName, Integer> slots, Instant until) {

    WorkerEntry until(Instant later) {
        return new WorkerEntry(id, node, slots, later);
    }
}
