/**
 * Endpoints, payloads and deliveries of all dialects over the wire.
 */
@NullMarked
package dev.safelight.app.http.webhook;

import org.jspecify.annotations.NullMarked;
