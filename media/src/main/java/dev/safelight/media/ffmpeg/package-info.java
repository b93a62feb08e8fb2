/**
 * FFmpeg's programs, run on strangers' files. Whoever looks into clips and sound, or decodes what
 * Java does not, calls it. It gives a program one file, already open, and no way to open another or
 * a network address; it never lets the program guess what the file is.
 */
@NullMarked
package dev.safelight.media.ffmpeg;

import org.jspecify.annotations.NullMarked;
