/**
 * Tests of the parts of a worker, each alone and in virtual time. They stand here because core
 * cannot use the testkit, which knows core; only the test run calls them. They must never start a
 * thread or read a clock of their own.
 */
@NullMarked
package dev.safelight.core.worker;

import org.jspecify.annotations.NullMarked;
