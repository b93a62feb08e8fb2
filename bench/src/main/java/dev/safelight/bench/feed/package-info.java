/**
 * What a page of a feed costs at the beginning and at the end of a long log. Called by {@link
 * dev.safelight.bench.Main}; the log is written by SQL, the pages are read by the store's own port.
 */
@NullMarked
package dev.safelight.bench.feed;

import org.jspecify.annotations.NullMarked;
