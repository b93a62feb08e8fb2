package dev.safelight.app.proof;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** A program of the machine that a test calls. */
final class Command {
    private Command() {}

    /** Whether it ended well; what it says is of no interest. */
    static boolean succeeds(String... words) throws IOException {
        var process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        } finally {
            process.destroyForcibly();
        }
    }
}
