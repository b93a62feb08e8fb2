package dev.safelight.testkit.engine;

import dev.safelight.core.task.Failure;
import dev.safelight.core.task.Result;

import java.time.Duration;
import java.util.List;

/**
 * What became of one job.
 *
 * @param progress the percentages that were reported, in order
 * @param tookToStop from the moment when it was asked to stop; zero when it never was
 */
public record RunOutcome(End end, List<Integer> progress, Duration tookToStop) {

    /** How it was reported to the store. */
    public sealed interface End {}

    /** It was made. */
    public record Made(Result result) implements End {}

    /** It came to nothing. */
    public record Failed(Failure failure, boolean passing) implements End {}

    /** It was asked to stop, and did. */
    public record Stopped() implements End {}
}
