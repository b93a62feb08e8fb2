/**
 * What engines share when they write media: files, and what a file tells of its making. It knows no
 * engine and no model, draws nothing, and never reads a file that somebody else made.
 */
@NullMarked
package dev.safelight.engines.media;

import org.jspecify.annotations.NullMarked;
