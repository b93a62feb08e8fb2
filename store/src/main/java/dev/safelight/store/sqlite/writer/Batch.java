package dev.safelight.store.sqlite.writer;

import dev.safelight.core.task.StoreFault;

import java.time.Instant;
import java.util.List;

/**
 * What is done in one transaction.
 *
 * @param withDue whether what the clock decides and the claims that wait are part of it
 */
record Batch(List<Command> commands, Instant now, boolean withDue) {

    boolean isOneThing() {
        return commands.size() + (withDue ? 1 : 0) <= 1;
    }

    void fail(StoreFault fault) {
        commands.forEach(command -> command.fail(fault));
    }
}
