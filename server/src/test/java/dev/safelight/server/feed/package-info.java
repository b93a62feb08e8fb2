/** The parts of the feed by themselves; the whole of it is tried over the wire in {@code app}. */
@NullMarked
package dev.safelight.server.feed;

import org.jspecify.annotations.NullMarked;
