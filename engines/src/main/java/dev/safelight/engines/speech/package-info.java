/**
 * Speech from text. The worker calls {@link dev.safelight.engines.speech.SpeechEngine}, the one
 * public class here: it reads the text as English, lets a neural voice say it line by line and
 * keeps when each word was said; without a voice an installed program speaks. It must never fetch
 * anything: what is not on this machine is named together with the command that brings it.
 */
@NullMarked
package dev.safelight.engines.speech;

import org.jspecify.annotations.NullMarked;
