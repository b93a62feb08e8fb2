/**
 * The embedded store's schedule, in memory: which task has its slots and may be taken by a worker,
 * which one waits for them, and when the clock changes one. The writer calls it on its thread and
 * derives it from the rows again when a batch has failed. It knows no operation, no connection, no
 * SQL, no state of a task, no claim and no worker.
 */
@NullMarked
package dev.safelight.store.schedule;

import org.jspecify.annotations.NullMarked;
