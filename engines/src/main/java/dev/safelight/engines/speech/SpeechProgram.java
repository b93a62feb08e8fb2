package dev.safelight.engines.speech;

import dev.safelight.core.engine.EngineFailure;
import dev.safelight.core.engine.Run;
import dev.safelight.core.engine.Stopped;
import dev.safelight.core.engine.Voice;
import dev.safelight.media.process.ChildProcess;
import dev.safelight.media.sound.Sound;
import dev.safelight.media.sound.Wav;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The programs that speak where no neural voice is installed; the text reaches them as a file. */
enum SpeechProgram {
    FLITE("flite", "BSD-like") {
        @Override
        String[] arguments(Path text, Path sound, double speed) {
            String stretch = String.format(Locale.ROOT, "duration_stretch=%.3f", 1 / speed);
            return new String[] {
                "-voice", "slt", "--setf", stretch, "-f", text.toString(), "-o", sound.toString()
            };
        }
    },
    ESPEAK("espeak-ng", "GPL-3.0-or-later") {
        @Override
        String[] arguments(Path text, Path sound, double speed) {
            long wordsAMinute = Math.round(WORDS_A_MINUTE * speed);
            return new String[] {
                "-v",
                "en-us",
                "-b",
                "1",
                "-s",
                String.valueOf(wordsAMinute),
                "-f",
                text.toString(),
                "-w",
                sound.toString()
            };
        }
    };

    private static final int WORDS_A_MINUTE = 165;
    private final String command;
    private final String licence;

    SpeechProgram(String command, String licence) {
        this.command = command;
        this.licence = licence;
    }

    /** What it is called on the search path, and also the id of its voice. */
    String command() {
        return command;
    }

    Voice voice() {
        return new Voice(command, command, "en-US", "neutral", command, licence);
    }

    abstract String[] arguments(Path text, Path sound, double speed);

    /**
     * Lets the program speak.
     *
     * @param executable where it lies
     * @throws EngineFailure when it ends badly or writes nothing that can be read
     */
    Spoken say(Path executable, Request request, Run run) throws EngineFailure, Stopped {
        try {
            Path text = Files.createTempFile(run.scratch(), "speech", ".txt");
            Path sound = Files.createTempFile(run.scratch(), "speech", ".wav");
            try {
                Files.writeString(text, TextProgram.harmless(request.text()));
                ChildProcess child =
                        TextProgram.at(executable, arguments(text, sound, request.speed()));
                child.run(Redirect.PIPE, Redirect.DISCARD, run);
                return new Spoken(
                        audible(Wav.decode(Files.readAllBytes(sound)), request), List.of());
            } finally {
                Files.deleteIfExists(text);
                Files.deleteIfExists(sound);
            }
        } catch (IOException e) {
            throw TextProgram.at(executable).crashed("wrote no sound that can be read");
        }
    }

    private static Sound audible(Sound sound, Request request) throws EngineFailure {
        if (sound.length() > 0) return sound;
        throw request.nothingToSay();
    }
}
