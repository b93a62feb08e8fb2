/**
 * The system calls of a process, and what a power cut would have taken at each moment of them.
 * Called by tests that start a process of their own. It never traces the process that it runs in.
 */
@NullMarked
package dev.safelight.testkit.trace;

import org.jspecify.annotations.NullMarked;
