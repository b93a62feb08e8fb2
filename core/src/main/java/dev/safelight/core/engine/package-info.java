/**
 * The port behind which media is made. A worker calls it, each engine implements it. An engine sees
 * a {@link dev.safelight.core.engine.Job}, or several that it said may go together, and reports to
 * the {@link dev.safelight.core.engine.Run} of each: there it opens the files that the input names,
 * has a folder for itself, and shows what is coming. What it can tell from input and facts alone it
 * says before any charge, by its {@link dev.safelight.core.tool.Admission}. It must never touch the
 * store, the network face or another engine, nor write anywhere but in its run's folder.
 */
@NullMarked
package dev.safelight.core.engine;

import org.jspecify.annotations.NullMarked;
