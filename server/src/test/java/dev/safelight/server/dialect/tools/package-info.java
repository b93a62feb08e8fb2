/** Checks of this package without a socket. */
@NullMarked
package dev.safelight.server.dialect.tools;

import org.jspecify.annotations.NullMarked;
