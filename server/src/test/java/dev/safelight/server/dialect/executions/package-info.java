/** Checks of this package without a socket. */
@NullMarked
package dev.safelight.server.dialect.executions;

import org.jspecify.annotations.NullMarked;
