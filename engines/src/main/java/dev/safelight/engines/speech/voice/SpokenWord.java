package dev.safelight.engines.speech.voice;

/**
 * One word, or one figure that is read as several, on its way to a voice.
 *
 * @param written as it stands in the text, as in {@code $12.50}
 * @param ipa its phonemes as espeak-ng spells them; a space parts words, a comma pauses
 * @param pause what follows: empty, or one of {@code , ; : . ? !}
 */
public record SpokenWord(String written, String ipa, String pause) {}
