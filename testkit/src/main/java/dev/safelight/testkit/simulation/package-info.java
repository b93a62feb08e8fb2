/**
 * What a simulation stands on: engine runs as coroutines, steps that take turns, blobs in memory.
 * All of it happens when a seeded driver says so, one thing at a time, so that a seed plays the
 * same again. Called by simulations only; it never sleeps and never lets two threads run at once.
 */
@NullMarked
package dev.safelight.testkit.simulation;

import org.jspecify.annotations.NullMarked;
