/**
 * Sound as samples: joining, levelling, and writing it as WAV and FLAC. The speech engine calls it;
 * it must never know where the samples come from.
 */
@NullMarked
package dev.safelight.engines.speech.audio;

import org.jspecify.annotations.NullMarked;
