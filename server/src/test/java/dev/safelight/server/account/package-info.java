/** Checks of this package without a socket. */
@NullMarked
package dev.safelight.server.account;

import org.jspecify.annotations.NullMarked;
