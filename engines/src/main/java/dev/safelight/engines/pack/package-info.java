/**
 * Weights and art that engines need, kept in a folder a pack. Engines ask {@link
 * dev.safelight.engines.pack.Packs} where a pack lies; the launcher and people install, list and
 * verify them through {@link dev.safelight.engines.pack.PackCommand}. Packages are fetched by the
 * package clients of the machine, so no address of a registry stands here. Nothing is ever fetched
 * at request time, and nothing is put in place whose digest differs.
 */
@NullMarked
package dev.safelight.engines.pack;

import org.jspecify.annotations.NullMarked;
