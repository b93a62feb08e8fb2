/**
 * The worker: it takes tasks for the engines of this process, runs them and says how each run
 * ended. {@link dev.safelight.core.worker.Worker} is all that others see; the assembly makes one
 * and calls its step. It never starts a thread, never decides what becomes of a task (the store
 * does, by core's rules), and never writes about one without its lease.
 */
@NullMarked
package dev.safelight.core.worker;

import org.jspecify.annotations.NullMarked;
