package dev.safelight.engines.speech.voice;

import ai.onnxruntime.OrtException;

import dev.safelight.core.engine.Run;
import dev.safelight.core.engine.Stopped;
import dev.safelight.core.engine.Voice;
import dev.safelight.media.pack.Packs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The neural voices on this machine: joe, Kokoro's, and Piper voices that the operator dropped into
 * a folder. It looks at the disk each time it is asked, so a voice may come while the server runs;
 * a voice is loaded when first used and then stays. Safe for several threads.
 */
public final class InstalledVoices {
    /** The pack of the default voice. */
    public static final String JOE_PACK = VoiceFiles.JOE_PACK;

    private final VoiceFiles files;
    private final FirstUse<NeuralVoice> loaded = new FirstUse<>();

    /**
     * @param folder where the operator's Piper voices lie; need not exist
     */
    public InstalledVoices(Packs packs, Path folder) {
        files = new VoiceFiles(packs, folder);
    }

    /** Every voice that is installed now, the default one first. Opens no file that it knows. */
    public List<Voice> list() {
        return files.known().stream().map(KnownVoice::voice).toList();
    }

    /** The pack that brings a voice of ours, installed or not; empty for any other name. */
    public static Optional<String> packOf(String voiceId) {
        return VoiceFiles.packOf(voiceId);
    }

    /**
     * The voice itself, loading it when nobody has asked for it before.
     *
     * @param voice one of {@link #list}
     * @param run whose stop ends a wait for another run that loads it
     * @throws IOException when its files are damaged or went away
     * @throws OrtException when its model cannot be run
     */
    public NeuralVoice open(Voice voice, Run run) throws IOException, OrtException, Stopped {
        return loaded.get(voice.id(), () -> load(voice, run), run);
    }

    private NeuralVoice load(Voice voice, Run run) throws IOException, OrtException, Stopped {
        for (KnownVoice known : files.known())
            if (known.voice().equals(voice)) return known.loader().load(run);
        throw new IOException("the voice " + voice.id() + " is no longer installed");
    }
}
