/**
 * The one writer of the embedded store: takes what was asked in batches, lets core's rules decide
 * from memory and from rows, writes what they decide, and commits a batch as one transaction.
 * Everything but the intake is confined to the thread that steps it. It holds no formula of
 * scheduling and no SQL.
 */
@NullMarked
package dev.safelight.store.sqlite.writer;

import org.jspecify.annotations.NullMarked;
