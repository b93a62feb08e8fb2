package dev.safelight.engines.speech;

import dev.safelight.core.engine.EngineFailure;
import dev.safelight.core.engine.Run;
import dev.safelight.core.engine.Stopped;
import dev.safelight.core.task.FailureCode;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that is run once on a text; text and answer travel as files, never as arguments. */
final class Child {
    private static final long LOOK_MILLIS = 100;
    private final Path executable;
    private final List<String> arguments;

    Child(Path executable, String... arguments) {
        this.executable = executable;
        this.arguments = List.of(arguments);
    }

    /** What it writes to its standard output for a text on its standard input. */
    String answer(String text, Run run) throws EngineFailure, Stopped {
        try {
            Path in = Files.createTempFile("speech", ".in");
            Path out = Files.createTempFile("speech", ".out");
            try {
                Files.writeString(in, harmless(text));
                run(Redirect.from(in.toFile()), Redirect.to(out.toFile()), run);
                return new String(Files.readAllBytes(out), StandardCharsets.UTF_8);
            } finally {
                Files.deleteIfExists(in);
                Files.deleteIfExists(out);
            }
        } catch (IOException e) {
            throw crashed("could not be run");
        }
    }

    /**
     * Runs it to its end, looking every now and then whether to stop.
     *
     * @throws EngineFailure when it ends badly; another attempt may go well
     */
    void run(Redirect in, Redirect out, Run run) throws IOException, EngineFailure, Stopped {
        ProcessBuilder builder = new ProcessBuilder(executable.toString());
        builder.command().addAll(arguments);
        builder.redirectInput(in).redirectOutput(out).redirectError(Redirect.DISCARD);
        Process process = builder.start();
        try {
            while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) run.proceed();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stopped();
        } finally {
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) throw crashed("ended with code " + process.exitValue());
    }

    EngineFailure crashed(String how) {
        return EngineFailure.passing(
                FailureCode.ENGINE_CRASHED,
                executable.getFileName() + " " + how + "; try again, or name another voice");
    }

    /** Double brackets switch espeak-ng into phonemes, and controls are nobody's speech. */
    static String harmless(String text) {
        return text.replaceAll("\\[\\[|]]", " ").replaceAll("[\\p{Cntrl}&&[^\n]]", " ");
    }
}
