package dev.safelight.cli;

import dev.safelight.client.Asset;
import dev.safelight.client.TaskId;

import java.nio.file.Path;
import java.time.Duration;

/** How a command ended. */
sealed interface Outcome {

    /**
     * The file is there.
     *
     * @param bill what it took to make it
     */
    record Made(TaskId task, Output output, Asset asset, Bill bill) implements Outcome {}

    /** Credits and time. */
    record Bill(long credits, Duration took) {}

    /**
     * There is no file.
     *
     * @param code for programs
     * @param message for people
     */
    record Stopped(ExitCode exit, String code, String message) implements Outcome {}

    /** Where the bytes went. */
    sealed interface Output {
        record File(Path path) implements Output {}

        record Stdout() implements Output {}
    }

    default ExitCode exit() {
        return switch (this) {
            case Made made -> ExitCode.OK;
            case Stopped stopped -> stopped.exit();
        };
    }
}
