/**
 * Measures the server over HTTP from another process, beside a bare Jetty of the same version in
 * the same kind of process. Called by {@link dev.safelight.bench.Main}. It speaks to the server as
 * any client does and looks at the process from outside; it never calls into it.
 */
@NullMarked
package dev.safelight.bench.http;

import org.jspecify.annotations.NullMarked;
