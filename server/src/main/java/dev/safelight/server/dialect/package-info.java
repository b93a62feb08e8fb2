/**
 * The kit of all dialects: ids read in every spelling, sessions, files, idempotency keys, cursors,
 * the sheets that describe operations and the way of a submit. Each dialect stands on it in a
 * package of its own; nothing here knows a word of one, for what a dialect calls something is
 * handed in.
 */
@NullMarked
package dev.safelight.server.dialect;

import org.jspecify.annotations.NullMarked;
