/** Checks of how payloads are signed. */
@NullMarked
package dev.safelight.server.webhook;

import org.jspecify.annotations.NullMarked;
