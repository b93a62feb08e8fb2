/**
 * Sound as samples: joining, levelling, and its containers WAV and FLAC. Engines that make sound
 * call it; it must never know where the samples come from.
 */
@NullMarked
package dev.safelight.media.sound;

import org.jspecify.annotations.NullMarked;
