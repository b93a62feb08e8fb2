/**
 * Those who follow tasks and feeds in the simulation, outside of the process: they are cut off,
 * come back and go on from the last entry that they took, over all boots. The simulated world steps
 * them and tells them of commits. Nothing in here knows that world or reads a clock of its own.
 */
@NullMarked
package dev.safelight.app.simulation.follow;

import org.jspecify.annotations.NullMarked;
