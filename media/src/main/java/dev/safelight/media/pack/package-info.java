/**
 * Weights and art that engines need, kept in a folder a pack. Engines ask {@link
 * dev.safelight.media.pack.Packs} where a pack lies; the command line lists what {@link
 * dev.safelight.media.pack.Manifest} names and installs it by {@link
 * dev.safelight.media.pack.PackInstaller}. Packages are fetched by the package clients of the
 * machine, so no address of a registry stands here. Nothing is ever fetched at request time, and
 * nothing is put in place whose digest differs.
 */
@NullMarked
package dev.safelight.media.pack;

import org.jspecify.annotations.NullMarked;
