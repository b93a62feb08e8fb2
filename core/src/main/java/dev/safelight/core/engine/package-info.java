/**
 * The port behind which media is made. A worker calls it, each engine implements it. An engine must
 * never touch the store, the network face or another engine; it sees one {@link
 * dev.safelight.core.engine.Job} and the {@link dev.safelight.core.engine.Run} that it reports to.
 */
@NullMarked
package dev.safelight.core.engine;

import org.jspecify.annotations.NullMarked;
