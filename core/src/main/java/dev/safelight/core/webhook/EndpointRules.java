package dev.safelight.core.webhook;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/** What becomes of an endpoint with each attempt: pure functions, for every store. */
public final class EndpointRules {
    /** After so long without a success it is told nothing more. */
    public static final Duration LONGEST_FAILING = Duration.ofDays(5);

    private EndpointRules() {}

    /**
     * Since when every attempt has failed, after this one.
     *
     * @param failing the same before it, or null
     * @return null after a success
     */
    public static @Nullable Instant failing(
            AttemptOutcome outcome, @Nullable Instant failing, Instant now) {
        return switch (outcome) {
            case AttemptOutcome.Delivered() -> null;
            case AttemptOutcome.Again _, AttemptOutcome.GivenUp _, AttemptOutcome.Gone _ ->
                failing == null ? now : failing;
        };
    }

    /**
     * Whether it is disabled after this attempt.
     *
     * @param failing since when every attempt has failed, this one included
     * @return why, or null when it is not
     */
    public static @Nullable DisableReason disable(
            AttemptOutcome outcome, @Nullable Instant failing, Instant now) {
        return switch (outcome) {
            case AttemptOutcome.Delivered() -> null;
            case AttemptOutcome.Gone() -> DisableReason.GONE;
            case AttemptOutcome.Again _, AttemptOutcome.GivenUp _ -> failingTooLong(failing, now);
        };
    }

    private static @Nullable DisableReason failingTooLong(@Nullable Instant failing, Instant now) {
        boolean isLost = failing != null && !now.isBefore(failing.plus(LONGEST_FAILING));
        return isLost ? DisableReason.FAILING : null;
    }

    /**
     * Whether so much waits that it is told nothing more.
     *
     * @param waiting deliveries that have not ended
     * @param waited how many had not when it was last enabled: those it may work off
     * @param most how many more may wait
     */
    public static boolean isOverfull(long waiting, long waited, long most) {
        return waiting - waited >= most;
    }
}
