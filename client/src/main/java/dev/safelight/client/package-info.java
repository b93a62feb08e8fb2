/**
 * The Java SDK, on the JDK alone: {@link dev.safelight.client.Safelight} speaks the {@code tools}
 * dialect of a Safelight server. Programs and the command line call it. It must never bring a
 * dependency, start a thread of its own, or submit the same request twice without an
 * {@code Idempotency-Key} that makes the second one a replay.
 */
@NullMarked
package dev.safelight.client;

import org.jspecify.annotations.NullMarked;
