/** Checks of this package without a socket. */
@NullMarked
package dev.safelight.server.dialect;

import org.jspecify.annotations.NullMarked;
