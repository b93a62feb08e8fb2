/** The wire against the real store: what a client sees. Time is virtual; sockets are real. */
@NullMarked
package dev.safelight.app.http;

import org.jspecify.annotations.NullMarked;
