package dev.safelight.engines.speech.voice;

import ai.onnxruntime.OrtException;

import dev.safelight.core.engine.Run;
import dev.safelight.core.engine.Stopped;
import dev.safelight.core.engine.Voice;

import java.io.IOException;

/**
 * A voice that is installed, whether or not it is loaded.
 *
 * @param voice what is told of it
 * @param loader how it is loaded
 */
record KnownVoice(Voice voice, Loader loader) {

    /** Loads a voice; called once. */
    @FunctionalInterface
    interface Loader {
        NeuralVoice load(Run run) throws IOException, OrtException, Stopped;
    }
}
