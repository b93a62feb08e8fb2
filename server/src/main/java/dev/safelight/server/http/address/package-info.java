/**
 * Addresses that answers give out: they begin with what callers reach this server by, and some are
 * signed, for a purpose and a time. Whoever gives out or takes such an address comes here. Nothing
 * in here is answered by it.
 */
@NullMarked
package dev.safelight.server.http.address;

import org.jspecify.annotations.NullMarked;
