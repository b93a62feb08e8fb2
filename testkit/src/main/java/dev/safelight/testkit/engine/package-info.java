/**
 * Engines as a server runs them, without one: {@link dev.safelight.testkit.engine.EngineContract}
 * is what every engine must pass, {@link dev.safelight.testkit.engine.EngineRoom} lets a worker run
 * one job on real threads. Called by the tests of engines; never by anything that ships.
 */
@NullMarked
package dev.safelight.testkit.engine;

import org.jspecify.annotations.NullMarked;
