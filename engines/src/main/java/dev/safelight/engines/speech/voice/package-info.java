/**
 * Neural voices: from phonemes to samples, with the moment of each word as the model itself
 * timed it. The speech engine calls {@link dev.safelight.engines.speech.voice.InstalledVoices};
 * nothing here knows English, spelling or file formats, and no model is loaded before somebody
 * asks for it.
 */
@NullMarked
package dev.safelight.engines.speech.voice;

import org.jspecify.annotations.NullMarked;
