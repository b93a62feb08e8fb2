/**
 * English as it is read aloud: text becomes words, words become phonemes in the spelling that the
 * voices were trained on. The speech engine calls {@link
 * dev.safelight.engines.speech.english.English}. It takes any text whatever and must never throw
 * for one: what cannot be read is left out.
 */
@NullMarked
package dev.safelight.engines.speech.english;

import org.jspecify.annotations.NullMarked;
