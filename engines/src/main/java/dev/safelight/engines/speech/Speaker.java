package dev.safelight.engines.speech;

import dev.safelight.core.engine.Voice;

import java.nio.file.Path;
import java.util.Locale;

/** Who says a text. */
sealed interface Speaker {
    Voice voice();

    /** Whether a voice speaks a language, wherever that is spoken. */
    static boolean isOf(String language, Voice voice) {
        return Locale.forLanguageTag(voice.language())
                .getLanguage()
                .equals(Locale.forLanguageTag(language).getLanguage());
    }

    /**
     * A neural voice that speaks English.
     *
     * @param dictionary the folder of the dictionary that it reads with
     */
    record Neural(Voice voice, Path dictionary) implements Speaker {}

    /**
     * A neural voice of another language.
     *
     * @param espeak the program that tells its phonemes
     */
    record OtherLanguage(Voice voice, Path espeak) implements Speaker {}

    /**
     * An installed program.
     *
     * @param chosen whether the caller named it; else it stands in for a neural voice
     */
    record Program(SpeechProgram program, Path executable, boolean chosen) implements Speaker {
        @Override
        public Voice voice() {
            return program.voice();
        }
    }
}
