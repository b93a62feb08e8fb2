/** Tests of {@code media.ffmpeg}. */
@NullMarked
package dev.safelight.media.ffmpeg;

import org.jspecify.annotations.NullMarked;
