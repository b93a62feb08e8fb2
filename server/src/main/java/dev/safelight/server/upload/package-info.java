/**
 * Bytes that come in over HTTP: the signed addresses that they are sent to, and the way of a body
 * into the store, which dialects use for bodies of their own. Dialects ask for an address; callers
 * send to it. Nothing here looks into a file, and none of it runs on threads that answer calls.
 */
@NullMarked
package dev.safelight.server.upload;

import org.jspecify.annotations.NullMarked;
