/** Checks of this package without a socket. */
@NullMarked
package dev.safelight.server.input;

import org.jspecify.annotations.NullMarked;
