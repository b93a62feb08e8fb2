/**
 * Who waits for something to happen. A {@link dev.safelight.core.watch.Hub} parks watchers by the
 * key of what they watch: by task for held waits and streams, by account for the feed. {@link
 * dev.safelight.core.watch.Deadlines} says whose time is up. Neither knows tasks or accounts, reads
 * or carries news: a wake-up only says that there is something to read.
 */
@NullMarked
package dev.safelight.core.watch;

import org.jspecify.annotations.NullMarked;
