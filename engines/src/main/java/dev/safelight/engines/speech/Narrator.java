package dev.safelight.engines.speech;

import dev.safelight.core.engine.EngineFailure;
import dev.safelight.core.engine.Run;
import dev.safelight.core.engine.Stopped;
import dev.safelight.core.engine.Voice;
import dev.safelight.core.task.FailureCode;
import dev.safelight.engines.speech.audio.Sound;
import dev.safelight.engines.speech.audio.Wav;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** The programs that speak where no neural voice is installed; the text reaches them as a file. */
enum Narrator {
    FLITE("flite", "BSD-like") {
        @Override
        List<String> arguments(Path text, Path sound, double speed) {
            String stretch = String.format(Locale.ROOT, "duration_stretch=%.3f", 1 / speed);
            return List.of(
                    "-voice",
                    "slt",
                    "--setf",
                    stretch,
                    "-f",
                    text.toString(),
                    "-o",
                    sound.toString());
        }
    },
    ESPEAK("espeak-ng", "GPL-3.0-or-later") {
        @Override
        List<String> arguments(Path text, Path sound, double speed) {
            long wordsAMinute = Math.round(WORDS_A_MINUTE * speed);
            return List.of(
                    "-v",
                    "en-us",
                    "-b",
                    "1",
                    "-s",
                    String.valueOf(wordsAMinute),
                    "-f",
                    text.toString(),
                    "-w",
                    sound.toString());
        }
    };

    private static final int WORDS_A_MINUTE = 165;
    private static final long LOOK_MILLIS = 100;
    private final String program;
    private final String licence;

    Narrator(String program, String licence) {
        this.program = program;
        this.licence = licence;
    }

    String program() {
        return program;
    }

    Voice voice() {
        return new Voice(program, program, "en-US", "neutral", program, licence);
    }

    abstract List<String> arguments(Path text, Path sound, double speed);

    /**
     * Lets the program speak.
     *
     * @param executable where it lies
     * @throws EngineFailure when it ends badly or writes nothing that can be read
     */
    Spoken say(Path executable, Request request, Run run) throws EngineFailure, Stopped {
        try {
            Path scratch = Files.createTempDirectory("speech");
            Path text = scratch.resolve("text.txt");
            Path sound = scratch.resolve("sound.wav");
            try {
                Files.writeString(text, harmless(request.text()), StandardCharsets.UTF_8);
                run(executable, arguments(text, sound, request.speed()), run);
                return new Spoken(audible(Wav.decode(Files.readAllBytes(sound))), List.of());
            } finally {
                Files.deleteIfExists(text);
                Files.deleteIfExists(sound);
                Files.deleteIfExists(scratch);
            }
        } catch (IOException e) {
            throw EngineFailure.passing(
                    FailureCode.ENGINE_CRASHED,
                    program + " wrote no sound that can be read; try again, or name another voice");
        }
    }

    private void run(Path executable, List<String> arguments, Run run)
            throws IOException, EngineFailure, Stopped {
        ProcessBuilder builder = new ProcessBuilder(executable.toString());
        builder.command().addAll(arguments);
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        Process process = builder.start();
        try {
            while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) run.proceed();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stopped();
        } finally {
            process.destroyForcibly();
        }
        if (process.exitValue() != 0)
            throw EngineFailure.passing(
                    FailureCode.ENGINE_CRASHED,
                    program + " ended with code " + process.exitValue()
                            + "; try again, or name another voice");
    }

    private static Sound audible(Sound sound) throws EngineFailure {
        if (sound.length() > 0) return sound;
        throw SpeechEngine.nothingToSay();
    }

    /** Double brackets switch espeak-ng into phonemes, and controls are nobody's speech. */
    private static String harmless(String text) {
        return text.replaceAll("\\[\\[|]]", " ").replaceAll("[\\p{Cntrl}&&[^\\n]]", " ");
    }
}
