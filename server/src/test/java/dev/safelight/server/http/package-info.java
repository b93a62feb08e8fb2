/** Checks of this package without a socket. */
@NullMarked
package dev.safelight.server.http;

import org.jspecify.annotations.NullMarked;
