package dev.safelight.engines.speech;

import ai.onnxruntime.OrtException;

import dev.safelight.core.engine.Engine;
import dev.safelight.core.engine.EngineFailure;
import dev.safelight.core.engine.Job;
import dev.safelight.core.engine.Made;
import dev.safelight.core.engine.Run;
import dev.safelight.core.engine.Stopped;
import dev.safelight.core.engine.Tier;
import dev.safelight.core.engine.Voice;
import dev.safelight.core.engine.Voices;
import dev.safelight.core.task.FailureCode;
import dev.safelight.core.tool.Admission;
import dev.safelight.core.tool.EngineName;
import dev.safelight.engines.speech.english.Dictionary;
import dev.safelight.engines.speech.english.English;
import dev.safelight.engines.speech.voice.InstalledVoices;
import dev.safelight.engines.speech.voice.Line;
import dev.safelight.engines.speech.voice.NeuralVoice;
import dev.safelight.media.pack.Packs;
import dev.safelight.media.process.InstalledPrograms;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Text to speech. Voices and dictionary are loaded when first needed and then stay in memory: about
 * 0.3 GB with one voice. Safe for several threads.
 */
public final class SpeechEngine implements Engine, Voices {
    private static final int CAPACITY = 2;
    private final InstalledVoices neural;
    private final VoiceChoice speakers;
    private final Admission admission;
    private @Nullable English english;

    /**
     * @param packs where {@code joe-voice}, {@code kokoro-voices} and {@code cmu-dictionary} lie
     * @param voiceFolder where the operator drops Piper voices; need not exist
     * @param searchPath where flite and espeak-ng are looked for, as in {@code /usr/bin:/bin}
     */
    public SpeechEngine(Packs packs, Path voiceFolder, String searchPath) {
        neural = new InstalledVoices(packs, voiceFolder);
        speakers = new VoiceChoice(neural, packs, InstalledPrograms.on(searchPath));
        admission = new SpeechAdmission(speakers);
    }

    @Override
    public EngineName name() {
        return EngineName.SPEECH;
    }

    @Override
    public Tier tier() {
        return Tier.PACK;
    }

    @Override
    public int capacity() {
        return CAPACITY;
    }

    @Override
    public List<Voice> list() {
        return speakers.voices();
    }

    @Override
    public Admission admission() {
        return admission;
    }

    @Override
    public Made render(Job job, Run run) throws EngineFailure, Stopped {
        Request request = Request.of(job.input());
        return switch (speakers.choose(request.voiceId(), request.language())) {
            case Speaker.Neural voice -> speak(voice, request, run);
            case Speaker.OtherLanguage voice -> speak(voice, request, run);
            case Speaker.Program program -> speak(program, request, run);
        };
    }

    private Made speak(Speaker.Neural speaker, Request request, Run run)
            throws EngineFailure, Stopped {
        NeuralVoice voice = load(speaker.voice(), run);
        English reader = english(speaker.dictionary());
        return say(speaker, voice, reader.lines(request.text(), voice.longestLine()), request, run);
    }

    private Made speak(Speaker.OtherLanguage speaker, Request request, Run run)
            throws EngineFailure, Stopped {
        NeuralVoice voice = load(speaker.voice(), run);
        ForeignReader reader =
                new ForeignReader(speaker.espeak(), speaker.voice().language());
        Made made = say(speaker, voice, reader.lines(request.text(), run), request, run);
        made.facts().put("program", SpeechProgram.ESPEAK.command());
        return made;
    }

    private static Made say(
            Speaker speaker, NeuralVoice voice, List<Line> lines, Request request, Run run)
            throws EngineFailure, Stopped {
        if (lines.isEmpty()) throw request.nothingToSay();
        mustEndInTime(speaker, voice, lines, request);
        Spoken spoken;
        try {
            spoken = new NeuralSpeech(voice, request.speed()).say(lines, run);
        } catch (OrtException e) {
            throw EngineFailure.passing(
                    FailureCode.MODEL_ERROR,
                    "the voice failed on this text (" + e.getMessage() + "); try another voice");
        }
        ObjectNode facts = facts(speaker.voice());
        facts.put("digest", voice.digest());
        facts.put("wordTimes", voice.timesItself() ? "exact" : "estimated");
        facts.put("repeatable", voice.repeatsItself());
        return new Made(spoken.files(request.format(), request.count()), facts);
    }

    /** What would meet its deadline is told so before any of it is said. */
    private static void mustEndInTime(
            Speaker speaker, NeuralVoice voice, List<Line> lines, Request request)
            throws EngineFailure {
        double phonemes = lines.stream().mapToInt(Line::phonemes).sum() / request.speed();
        if (phonemes <= voice.longestText()) return;
        throw EngineFailure.lasting(
                FailureCode.INVALID_INPUT,
                "this text takes the voice " + speaker.voice().id() + " too long at speed "
                        + request.speed() + "; send it in "
                        + (int) Math.ceil(phonemes / voice.longestText()) + " parts");
    }

    private static Made speak(Speaker.Program speaker, Request request, Run run)
            throws EngineFailure, Stopped {
        run.progress(1);
        Spoken spoken = speaker.program().say(speaker.executable(), request, run);
        ObjectNode facts = facts(speaker.voice());
        facts.put("program", speaker.program().command());
        if (!speaker.chosen())
            facts.put(
                    "fallback",
                    "no neural voice is installed, so " + speaker.program().command()
                            + " spoke; one comes with: " + NoSpeaker.INSTALL);
        return new Made(spoken.files(request.format(), request.count()), facts, Tier.PROGRAM);
    }

    private static ObjectNode facts(Voice voice) {
        ObjectNode facts = JsonNodeFactory.instance.objectNode();
        facts.put("model", voice.id());
        facts.put("voice", voice.name());
        facts.put("language", voice.language());
        facts.put("pack", voice.pack());
        return facts;
    }

    private NeuralVoice load(Voice voice, Run run) throws EngineFailure, Stopped {
        try {
            return neural.open(voice, run);
        } catch (IOException | OrtException e) {
            throw damaged("the voice " + voice.id(), e);
        }
    }

    private synchronized English english(Path dictionary) throws EngineFailure {
        try {
            English there = english;
            if (there == null) english = there = new English(Dictionary.load(dictionary));
            return there;
        } catch (IOException e) {
            throw damaged("the dictionary", e);
        }
    }

    private static EngineFailure damaged(String what, Exception cause) {
        return EngineFailure.lasting(
                FailureCode.ENGINE_UNAVAILABLE,
                what + " cannot be loaded (" + cause.getMessage()
                        + "); the operator installs it again with: " + NoSpeaker.INSTALL);
    }
}
