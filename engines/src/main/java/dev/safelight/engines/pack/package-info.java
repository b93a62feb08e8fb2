/**
 * Weights and art that engines need, kept in a folder a pack. Engines ask {@link
 * dev.safelight.engines.pack.Packs} where a pack lies; nothing here is called at request time but
 * that question.
 */
@NullMarked
package dev.safelight.engines.pack;

import org.jspecify.annotations.NullMarked;
