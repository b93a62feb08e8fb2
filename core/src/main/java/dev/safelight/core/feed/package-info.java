/**
 * What happened in an account, in order: tasks, files, keys, grants and endpoints in one log, read
 * by an opaque cursor. The stores write it in the transactions that decide; whoever shows a feed
 * reads it. Nothing here decides anything.
 */
@NullMarked
package dev.safelight.core.feed;

import org.jspecify.annotations.NullMarked;
