package dev.safelight.cli;

import java.io.InputStream;
import java.io.PrintStream;

/**
 * Where a command reads and writes.
 *
 * @param terminal whether {@code err} is a terminal
 */
public record Streams(InputStream in, PrintStream out, PrintStream err, boolean terminal) {}
