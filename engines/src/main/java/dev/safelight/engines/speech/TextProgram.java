package dev.safelight.engines.speech;

import dev.safelight.media.process.ChildProcess;

import java.nio.file.Path;

/** A program of this machine that reads or speaks a caller's text. */
final class TextProgram {
    private static final String ADVICE = "try again, or name another voice";

    private TextProgram() {}

    static ChildProcess at(Path executable, String... arguments) {
        return new ChildProcess(executable, ADVICE, arguments);
    }

    /** Double brackets switch espeak-ng into phonemes, and controls are nobody's speech. */
    static String harmless(String text) {
        return text.replaceAll("\\[\\[|]]", " ").replaceAll("[\\p{Cntrl}&&[^\n]]", " ");
    }
}
