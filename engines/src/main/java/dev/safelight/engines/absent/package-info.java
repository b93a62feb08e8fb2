/**
 * Stands in for an engine that the catalog names and this installation lacks, so that its tasks end
 * at once and say what is missing. The application makes one for each such name; it never makes
 * anything.
 */
@NullMarked
package dev.safelight.engines.absent;

import org.jspecify.annotations.NullMarked;
