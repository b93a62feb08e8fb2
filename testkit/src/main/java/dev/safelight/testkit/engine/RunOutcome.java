package dev.safelight.testkit.engine;

import dev.safelight.core.task.Failure;
import dev.safelight.core.task.Result;

import java.time.Duration;
import java.util.List;

/**
 * What became of one job.
 *
 * @param said the percentages that the engine told, in order
 * @param stored those of them that the worker had stored
 * @param tookToStop from the moment when it was asked to stop, where it was
 */
public record RunOutcome(End end, List<Integer> said, List<Integer> stored, Duration tookToStop) {

    /** How it was reported to the store. */
    public sealed interface End {}

    /** It was made. */
    public record Made(Result result) implements End {}

    /** It came to nothing. */
    public record Failed(Failure failure, boolean passing) implements End {}

    /** It was asked to stop, and did. */
    public record Stopped() implements End {}
}
