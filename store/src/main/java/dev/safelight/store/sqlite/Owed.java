package dev.safelight.store.sqlite;

import dev.safelight.core.task.Commits;
import dev.safelight.core.task.TaskChange;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;

/**
 * What is owed once a batch is on disk. Kept until its fate is known, also over a failed commit.
 *
 * @param batch its number on disk
 * @param changes for the listeners
 * @param answers for the callers, after the listeners
 * @param served claims that were taken off their lanes; put back if the batch came to nothing
 * @param stopping ended tasks whose engines have not stopped; it is not in the rows
 */
record Owed(
        long batch,
        List<TaskChange> changes,
        List<Runnable> answers,
        List<Op.Claim> served,
        List<Stopping> stopping) {
    private static final Logger LOG = LoggerFactory.getLogger(Owed.class);

    /** Tells the listeners, then answers. A fault of theirs stays their own. */
    void tell(Commits commits) {
        if (!changes.isEmpty()) guarded(() -> commits.committed(changes));
        answers.forEach(Owed::guarded);
    }

    private static void guarded(Runnable told) {
        try {
            told.run();
        } catch (RuntimeException fault) {
            LOG.error("somebody who was told of a commit failed", fault);
        }
    }
}
