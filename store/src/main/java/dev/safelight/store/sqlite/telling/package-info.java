/**
 * Who is told of what, within the writer's batches: endpoints, deliveries with their attempts, and
 * replays. Whoever decides asks {@link dev.safelight.store.sqlite.telling.Telling} in the same
 * transaction. Nothing here renders a payload, sends anything or reads beside the writer.
 */
@NullMarked
package dev.safelight.store.sqlite.telling;

import org.jspecify.annotations.NullMarked;
