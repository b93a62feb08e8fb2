/**
 * The process: settings, wiring, threads, commands. {@link dev.safelight.app.Main} is what the
 * launcher starts. Every other module is put together here and none of them knows this one.
 */
@NullMarked
package dev.safelight.app;

import org.jspecify.annotations.NullMarked;
