package dev.safelight.engines.speech;

import dev.safelight.core.engine.EngineFailure;
import dev.safelight.core.engine.Voice;
import dev.safelight.core.task.FailureCode;
import dev.safelight.engines.pack.Packs;
import dev.safelight.engines.speech.english.Dictionary;
import dev.safelight.engines.speech.voice.VoiceShelf;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Decides who speaks: the voice that is asked for, the default one, or a program in its stead. */
final class Cast {
    /** Brings the default voice, whatever of it is missing. */
    static final String INSTALL =
            "./safelight packs install " + VoiceShelf.JOE_PACK + " " + Dictionary.PACK;

    private final VoiceShelf shelf;
    private final Packs packs;
    private final Programs programs;

    Cast(VoiceShelf shelf, Packs packs, Programs programs) {
        this.shelf = shelf;
        this.packs = packs;
        this.programs = programs;
    }

    /** Everybody who can speak now, in the order in which they are asked. */
    List<Voice> voices() {
        return Stream.concat(neural().stream(), narrators(true).stream())
                .map(Speaker::voice)
                .toList();
    }

    /**
     * Who speaks.
     *
     * @param voiceId a voice, or null for the default one
     * @throws EngineFailure when nobody of that name can, saying whom to ask or what to install
     */
    Speaker choose(@Nullable String voiceId) throws EngineFailure {
        return voiceId == null ? standard() : named(voiceId);
    }

    private Speaker standard() throws EngineFailure {
        return Stream.concat(neural().stream(), narrators(false).stream())
                .findFirst()
                .orElseThrow(() -> unavailable("no voice is installed", INSTALL));
    }

    private Speaker named(String id) throws EngineFailure {
        List<Speaker> all = new ArrayList<>(neural());
        all.addAll(narrators(true));
        Optional<Speaker> speaker =
                all.stream().filter(other -> other.voice().id().equals(id)).findFirst();
        if (speaker.isPresent()) return speaker.get();
        if (shelf.list().stream().anyMatch(voice -> voice.id().equals(id)))
            throw unavailable(
                    "the voice " + id + " needs the dictionary",
                    "./safelight packs install " + Dictionary.PACK);
        Optional<String> pack = VoiceShelf.packOf(id);
        if (pack.isPresent())
            throw unavailable(
                    "the voice " + id + " is not installed",
                    "./safelight packs install " + pack.get() + " " + Dictionary.PACK);
        throw unknown(id, all.stream().map(other -> other.voice().id()).toList());
    }

    /** Without the dictionary most words would be guessed from their letters: then nobody speaks. */
    private List<Speaker> neural() {
        Optional<Path> dictionary = packs.folder(Dictionary.PACK).filter(Dictionary::isIn);
        if (dictionary.isEmpty()) return List.of();
        return shelf.list().stream()
                .<Speaker>map(voice -> new Speaker.Neural(voice, dictionary.get()))
                .toList();
    }

    private List<Speaker> narrators(boolean chosen) {
        return Arrays.stream(Narrator.values())
                .flatMap(narrator -> programs
                        .find(narrator.program())
                        .<Speaker>map(path -> new Speaker.Program(narrator, path, chosen))
                        .stream())
                .toList();
    }

    private static EngineFailure unavailable(String what, String command) {
        return EngineFailure.lasting(
                FailureCode.ENGINE_UNAVAILABLE,
                what + "; the operator installs it with: " + command);
    }

    private static EngineFailure unknown(String id, List<String> voices) {
        String known = voices.isEmpty()
                ? "none is installed"
                : "the nearest are " + String.join(", ", Nearest.of(id, voices));
        return EngineFailure.lasting(
                FailureCode.INVALID_INPUT,
                "there is no voice named " + Nearest.shortened(id) + ": " + known
                        + "; leave voiceId out for the default one");
    }
}
