/**
 * The reads of the embedded store, on connections of their own beside the writer's, as of the last
 * commit. Core's ports for reading are implemented here; nothing here writes.
 */
@NullMarked
package dev.safelight.store.sqlite.reads;

import org.jspecify.annotations.NullMarked;
