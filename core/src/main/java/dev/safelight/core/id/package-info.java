/**
 * Identifiers that are given out: 26 Crockford characters over 128 bits. Every feature wraps {@link
 * dev.safelight.core.id.Id} in a type of its own, so that a task id is never taken for an asset id.
 * Nothing here reads a clock or draws chance by itself.
 */
@NullMarked
package dev.safelight.core.id;

import org.jspecify.annotations.NullMarked;
