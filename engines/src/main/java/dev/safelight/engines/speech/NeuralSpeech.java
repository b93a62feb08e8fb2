package dev.safelight.engines.speech;

import ai.onnxruntime.OrtException;

import dev.safelight.core.engine.Run;
import dev.safelight.core.engine.Stopped;
import dev.safelight.engines.speech.voice.Line;
import dev.safelight.engines.speech.voice.NeuralVoice;
import dev.safelight.engines.speech.voice.Utterance;
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

    /** Says all lines. A line takes about a second at most, so that is how late it hears a stop. */
    Spoken say(List<Line> lines, Run run) throws OrtException, Stopped {
        for (int i = 0; i < lines.size(); i++) {
            run.progress(100 * i / lines.size());
            say(lines.get(i), i + 1 == lines.size());
        }
        return new Spoken(sound, words);
    }

    private void say(Line line, boolean last) throws OrtException {
        Utterance utterance = voice.say(line, speed);
        int start = sound.length();
        for (Utterance.Span span : utterance.words())
            words.add(new Spoken.Word(span.written(), start + span.from(), start + span.to()));
        Level.fade(utterance.samples());
        sound.add(utterance.samples(), level.gain(utterance.samples()));
        if (!last) sound.addSilence(line.end().seconds() / speed);
    }
}
