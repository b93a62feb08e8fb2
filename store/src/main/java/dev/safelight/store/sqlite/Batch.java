package dev.safelight.store.sqlite;

import dev.safelight.core.task.StoreFault;

import java.time.Instant;
import java.util.List;

/**
 * What is done in one transaction.
 *
 * @param housework whether the clock's say and waiting claims are part of it
 */
record Batch(List<Op> ops, Instant now, boolean housework) {

    boolean isOneThing() {
        return ops.size() + (housework ? 1 : 0) <= 1;
    }

    void fail(StoreFault fault) {
        ops.forEach(op -> op.fail(fault));
    }
}
