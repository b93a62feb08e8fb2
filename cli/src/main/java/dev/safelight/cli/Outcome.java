package dev.safelight.cli;

import dev.safelight.client.TaskId;

import java.time.Duration;

/** How a command ended. */
sealed interface Outcome {

    /**
     * The file is there.
     *
     * @param bill what it took to make it
     */
    record Made(TaskId task, Written file, Bill bill) implements Outcome {}

    /** Credits and time. */
    record Bill(long credits, Duration took) {}

    /**
     * There is no file.
     *
     * @param code for programs
     * @param message for people
     */
    record Stopped(ExitCode exit, String code, String message) implements Outcome {}

    default ExitCode exit() {
        return switch (this) {
            case Made made -> ExitCode.OK;
            case Stopped stopped -> stopped.exit();
        };
    }
}
