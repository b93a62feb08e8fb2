/**
 * Time is injected: whoever needs it takes an {@link java.time.InstantSource}, whoever works in the
 * background is a {@link dev.safelight.core.time.Step}. So the whole product runs in virtual time
 * under one seed; nothing in here or in its callers sleeps or starts a thread.
 */
@NullMarked
package dev.safelight.core.time;

import org.jspecify.annotations.NullMarked;
