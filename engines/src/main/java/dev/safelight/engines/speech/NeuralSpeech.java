package dev.safelight.engines.speech;

import ai.onnxruntime.OrtException;

import dev.safelight.core.engine.Run;
import dev.safelight.core.engine.Stopped;
import dev.safelight.engines.speech.voice.Line;
import dev.safelight.engines.speech.voice.NeuralVoice;
import dev.safelight.engines.speech.voice.Utterance;
import dev.safelight.media.onnx.Termination;
import dev.safelight.media.sound.Level;
import dev.safelight.media.sound.Sound;

import java.util.ArrayList;
import java.util.List;

/** A neural voice saying a text line by line, with silence between lines. For one run. */
final class NeuralSpeech {
    private final NeuralVoice voice;
    private final double speed;
    private final Sound sound;
    private final Level level = new Level();
    private final List<Spoken.Word> words = new ArrayList<>();

    NeuralSpeech(NeuralVoice voice, double speed) {
        this.voice = voice;
        this.speed = speed;
        sound = new Sound(voice.sampleRate());
    }

    /** Says all lines. A slow voice takes seconds for one, so a stop ends it in the middle. */
    Spoken say(List<Line> lines, Run run) throws OrtException, Stopped {
        try (Termination termination = new Termination()) {
            run.whenStopped(termination::end);
            for (int i = 0; i < lines.size(); i++) {
                run.progress(1 + 99 * i / lines.size());
                say(lines.get(i), i + 1 == lines.size(), termination);
            }
            return new Spoken(sound, words);
        } catch (OrtException brokenOrEnded) {
            run.proceed();
            throw brokenOrEnded;
        }
    }

    private void say(Line line, boolean last, Termination termination) throws OrtException {
        Utterance utterance = voice.say(line, speed, termination);
        int start = sound.length();
        for (Utterance.Span span : utterance.words())
            words.add(new Spoken.Word(span.written(), start + span.from(), start + span.to()));
        Level.fade(utterance.samples());
        sound.add(utterance.samples(), level.gain(utterance.samples()));
        if (!last) sound.addSilence(line.end().seconds() / speed);
    }
}
