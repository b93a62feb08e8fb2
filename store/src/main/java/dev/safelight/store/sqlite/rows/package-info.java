/**
 * The rows of the embedded store: one class a table or a group of them, which takes values and
 * reads or writes rows within the transaction that somebody else opened. Called by the writer and
 * by the reads; it decides nothing, and knows no task that lives in memory.
 */
@NullMarked
package dev.safelight.store.sqlite.rows;

import org.jspecify.annotations.NullMarked;
