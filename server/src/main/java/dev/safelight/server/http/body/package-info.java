/**
 * What a request brings besides its headers: JSON within bounds, files as they come, and the rest
 * that nobody wanted. Read without a thread of its own, and ended when it comes too slowly. The
 * pipeline reads bodies before a handler is called; a handler that asks for an upload reads that
 * itself. Nothing in here knows what the bytes are for.
 */
@NullMarked
package dev.safelight.server.http.body;

import org.jspecify.annotations.NullMarked;
