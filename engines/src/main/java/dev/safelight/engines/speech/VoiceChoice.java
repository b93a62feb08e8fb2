package dev.safelight.engines.speech;

import dev.safelight.core.engine.EngineFailure;
import dev.safelight.core.engine.Voice;
import dev.safelight.engines.speech.voice.InstalledVoices;
import dev.safelight.media.pack.Packs;
import dev.safelight.media.process.InstalledPrograms;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Chooses who speaks: the voice that is asked for, the default one, or a program instead. */
final class VoiceChoice {
    private final InstalledVoices neural;
    private final Packs packs;
    private final InstalledPrograms programs;

    VoiceChoice(InstalledVoices neural, Packs packs, InstalledPrograms programs) {
        this.neural = neural;
        this.packs = packs;
        this.programs = programs;
    }

    /** The voices that can speak now, the default one first. */
    List<Voice> voices() {
        return now().all().stream().map(Speaker::voice).toList();
    }

    /**
     * Who speaks.
     *
     * @param voiceId a voice, or null for the default one
     * @param language that the text is in, or null for the voice's own
     * @throws EngineFailure when none of that name can, saying which can or what to install
     */
    Speaker choose(@Nullable String voiceId, @Nullable String language) throws EngineFailure {
        Speakers now = now();
        if (voiceId == null) return unnamed(now, language);
        Speaker speaker = now.named(voiceId).orElseThrow(() -> NoSpeaker.named(voiceId, now));
        if (language == null || Speaker.isOf(language, speaker.voice())) return speaker;
        throw NoSpeaker.of(language, speaker.voice(), now);
    }

    private static Speaker unnamed(Speakers now, @Nullable String language) throws EngineFailure {
        if (language == null || now.all().isEmpty())
            return now.usual().orElseThrow(NoSpeaker::atAll);
        return now.speaking(language).orElseThrow(() -> NoSpeaker.of(language, now));
    }

    private Speakers now() {
        return Speakers.now(neural, packs, programs);
    }
}
