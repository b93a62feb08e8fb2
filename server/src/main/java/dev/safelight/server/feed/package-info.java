/**
 * The feed of an account over HTTP, in the manner of Durable Streams: pages, held calls and event
 * streams over one log. The faces of {@code app} put it below the base of a dialect, whose envelope
 * shows its refusals. It reads the feed and waits for it; it never writes, and keeps nothing of a
 * reader but the piece that is on its way.
 */
@NullMarked
package dev.safelight.server.feed;

import org.jspecify.annotations.NullMarked;
