/**
 * Files that come in jars and are wanted on the disk: code for the system's loader, and programs.
 * Whoever runs such a file calls it. It unpacks and never runs anything.
 */
@NullMarked
package dev.safelight.media.packed;

import org.jspecify.annotations.NullMarked;
