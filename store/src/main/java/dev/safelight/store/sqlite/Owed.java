package dev.safelight.store.sqlite;

import dev.safelight.core.task.TaskChange;

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
        List<Stopping> stopping) {}
