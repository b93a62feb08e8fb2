package dev.safelight.core.worker;

import dev.safelight.core.task.Failure;
import dev.safelight.core.task.Result;

/** How one run ended. {@link RunReporter} alone tells the store. */
sealed interface RunEnd {

    /** The engine made its files, and their bytes are stored. */
    record Made(Result result) implements RunEnd {}

    /** The engine said what went wrong, and whether another attempt makes sense. */
    record Failed(Failure failure, boolean passing) implements RunEnd {}

    /** The engine threw what its port does not name, or stopped though nobody asked it to. */
    record Crashed(Throwable cause) implements RunEnd {}

    /** The bytes could not be stored. */
    record Unstored() implements RunEnd {}

    /** What is to be rendered could not be read, so the engine was not called. */
    record Unread() implements RunEnd {}

    /** It was asked to stop, and did; whatever the engine made is dropped. */
    record Stopped(StopReason reason) implements RunEnd {}
}
