package dev.safelight.media.process;

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
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A program that is run once on a text; text and answer travel as files, never as arguments. Of our
 * environment it finds what tells it where things are and how text is written. It never outlives
 * the call.
 */
public final class ChildProcess {
    private static final Set<String> ENVIRONMENT =
            Set.of("PATH", "LANG", "LC_ALL", "LC_CTYPE", "LD_LIBRARY_PATH", "ESPEAK_DATA_PATH");

    private static final long LOOK_MILLIS = 100;

    /** Bytes of an answer: many times what is said of the longest text. */
    private static final int MOST_ANSWERED = 16 << 20;

    private final Path executable;
    private final String advice;
    private final List<String> arguments;

    /**
     * @param executable where the program lies
     * @param advice what a caller can do when it fails, as the end of a sentence
     */
    public ChildProcess(Path executable, String advice, String... arguments) {
        this.executable = executable;
        this.advice = advice;
        this.arguments = List.of(arguments);
    }

    /** What it writes to its standard output for a text on its standard input. */
    public String answer(String text, Run run) throws EngineFailure, Stopped {
        try {
            Path in = Files.createTempFile(run.scratch(), "child", ".in");
            Path out = Files.createTempFile(run.scratch(), "child", ".out");
            try {
                Files.writeString(in, text);
                run(Redirect.from(in.toFile()), Redirect.to(out.toFile()), run);
                return read(out);
            } finally {
                Files.deleteIfExists(in);
                Files.deleteIfExists(out);
            }
        } catch (IOException e) {
            throw crashed("could not be run");
        }
    }

    private String read(Path out) throws IOException, EngineFailure {
        try (var from = Files.newInputStream(out)) {
            var bytes = from.readNBytes(MOST_ANSWERED + 1);
            if (bytes.length > MOST_ANSWERED) throw crashed("wrote too much");
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /**
     * Runs it to its end, looking every now and then whether to stop.
     *
     * @throws EngineFailure when it ends badly; another attempt may go well
     */
    public void run(Redirect in, Redirect out, Run run) throws IOException, EngineFailure, Stopped {
        ProcessBuilder builder = new ProcessBuilder(executable.toString());
        builder.command().addAll(arguments);
        builder.environment().keySet().retainAll(ENVIRONMENT);
        builder.redirectInput(in).redirectOutput(out).redirectError(Redirect.DISCARD);
        Process process = builder.start();
        try {
            while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) run.proceed();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stopped();
        } finally {
            process.destroyForcibly().onExit().join();
        }
        if (process.exitValue() != 0) throw crashed("ended with code " + process.exitValue());
    }

    /** A failure in passing, told with the name of the program. */
    public EngineFailure crashed(String how) {
        return EngineFailure.passing(
                FailureCode.ENGINE_CRASHED, executable.getFileName() + " " + how + "; " + advice);
    }
}
