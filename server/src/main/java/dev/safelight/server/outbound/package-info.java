/**
 * What leaves the server for addresses that callers name: the check of such addresses, and the
 * client that brings payloads to them. Called by dialects when an address is named and by the
 * dispatch of deliveries. It must never connect to an address that was not checked.
 */
@NullMarked
package dev.safelight.server.outbound;

import org.jspecify.annotations.NullMarked;
