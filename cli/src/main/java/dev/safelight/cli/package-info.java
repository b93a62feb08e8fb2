/**
 * The command line for people: one command makes one file. {@code app} calls {@link
 * dev.safelight.cli.Cli#run} and gives it its surroundings. It talks to a server through the SDK
 * alone, its own in-process one included, and must never end the process, start a thread or touch
 * a file other than the one that was asked for.
 */
@NullMarked
package dev.safelight.cli;

import org.jspecify.annotations.NullMarked;
