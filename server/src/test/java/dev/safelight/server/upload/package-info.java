/** Checks of this package without a socket. */
@NullMarked
package dev.safelight.server.upload;

import org.jspecify.annotations.NullMarked;
