package dev.safelight.engines.speech.english;

/**
 * One sentence of a text.
 *
 * @param endsParagraph whether the text goes on in a new line after it, or ends
 */
record Sentence(String text, boolean endsParagraph) {}
