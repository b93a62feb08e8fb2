/**
 * A prompt, read into a {@code Scene}: the words that set it, the subjects, what they do, and what
 * is not drawn. Compositing follows it. Nothing here draws, and no word is dropped in silence.
 */
@NullMarked
package dev.safelight.engines.illustrator.reading;

import org.jspecify.annotations.NullMarked;
