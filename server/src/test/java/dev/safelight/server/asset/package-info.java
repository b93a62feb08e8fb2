/** Checks of this package without a socket. */
@NullMarked
package dev.safelight.server.asset;

import org.jspecify.annotations.NullMarked;
