/**
 * Pictures as files: PNG and JPEG, and what a file tells of its making. Engines that make pictures
 * call it. It knows no engine and no model, draws nothing, and never reads a file that somebody
 * else made.
 */
@NullMarked
package dev.safelight.media.raster;

import org.jspecify.annotations.NullMarked;
