package dev.safelight.engines.speech;

import dev.safelight.core.engine.EngineFailure;
import dev.safelight.core.engine.Voice;
import dev.safelight.core.task.FailureCode;
import dev.safelight.core.text.SimilarWords;
import dev.safelight.engines.speech.english.Dictionary;
import dev.safelight.engines.speech.voice.InstalledVoices;

import java.util.List;
import java.util.Optional;

/** What is told where nobody can speak as asked: which voices can, or what to install. */
final class NoSpeaker {
    /** Installs the default voice and what it needs. */
    static final String INSTALL =
            "./safelight packs install " + InstalledVoices.JOE_PACK + " " + Dictionary.PACK;

    private static final int NEAREST = 3;
    private static final int LONGEST = 60;

    private NoSpeaker() {}

    static EngineFailure atAll() {
        return unavailable("no voice is installed", INSTALL);
    }

    static EngineFailure of(String language, Speakers speakers) {
        return EngineFailure.lasting(
                FailureCode.INVALID_INPUT,
                "no voice here speaks " + shortened(language) + "; they speak "
                        + speakers.languages());
    }

    static EngineFailure of(String language, Voice voice, Speakers speakers) {
        return EngineFailure.lasting(
                FailureCode.INVALID_INPUT,
                "the voice " + shortened(voice.id()) + " speaks " + voice.language() + " and not "
                        + shortened(language) + "; voices here speak " + speakers.languages());
    }

    static EngineFailure named(String id, Speakers speakers) {
        Optional<Voice> installed = speakers.installed().stream()
                .filter(voice -> voice.id().equals(id))
                .findFirst();
        Optional<String> pack = InstalledVoices.packOf(id);
        if (installed.isPresent())
            return Speaker.isOf("en", installed.get())
                    ? unavailable(
                            "the voice " + id + " needs the dictionary",
                            "./safelight packs install " + Dictionary.PACK)
                    : ForeignReader.unavailable(id);
        return pack.map(name -> unavailable(
                        "the voice " + id + " is not installed",
                        "./safelight packs install " + name + " " + Dictionary.PACK))
                .orElseGet(() -> unknown(id, speakers));
    }

    private static EngineFailure unknown(String id, Speakers speakers) {
        List<String> voices =
                speakers.all().stream().map(other -> other.voice().id()).toList();
        String known = voices.isEmpty()
                ? "none is installed"
                : "the nearest are " + String.join(", ", SimilarWords.few(id, voices, NEAREST));
        return EngineFailure.lasting(
                FailureCode.INVALID_INPUT,
                "there is no voice named " + shortened(id) + ": " + known
                        + "; name none for the default one");
    }

    private static EngineFailure unavailable(String what, String command) {
        return EngineFailure.lasting(
                FailureCode.ENGINE_UNAVAILABLE,
                what + "; the operator installs it with: " + command);
    }

    /** A caller's word as it may stand in a message. */
    private static String shortened(String word) {
        return word.length() <= LONGEST ? word : word.substring(0, LONGEST) + "...";
    }
}
