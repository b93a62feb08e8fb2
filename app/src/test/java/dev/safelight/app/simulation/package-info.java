/**
 * The assembly in virtual time under one seed, with callers that submit, repeat, cancel, wait and
 * read, and faults that break what can break. What the callers were told is judged in the end.
 * Nothing in here depends on the real clock.
 */
@NullMarked
package dev.safelight.app.simulation;

import org.jspecify.annotations.NullMarked;
