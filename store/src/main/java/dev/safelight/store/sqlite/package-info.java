/**
 * The embedded store: one SQLite file, one writer that commits what has gathered as one
 * transaction, readers beside it. {@link dev.safelight.store.sqlite.SqliteStore} is all that the
 * assembly sees. Rules are not decided here: every change of a task comes from core's rules, and
 * this writes it. No call may come from a virtual thread: SQLite would hold its carrier unseen.
 */
@NullMarked
package dev.safelight.store.sqlite;

import org.jspecify.annotations.NullMarked;
