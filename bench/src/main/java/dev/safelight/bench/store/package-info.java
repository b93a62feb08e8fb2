/**
 * Measures the embedded store from the outside, through core's ports, as the server uses it. Called
 * by {@link dev.safelight.bench.Main}. It never reaches into the store except to fill files with
 * history and to audit what a run has left.
 */
@NullMarked
package dev.safelight.bench.store;

import org.jspecify.annotations.NullMarked;
