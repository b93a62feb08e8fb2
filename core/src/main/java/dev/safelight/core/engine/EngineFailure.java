package dev.safelight.core.engine;

import dev.safelight.core.task.Failure;
import dev.safelight.core.task.FailureCode;

/** Why a run made nothing. The message is read by the caller of the API: it says what to do. */
public final class EngineFailure extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Failure failure;
    private final boolean passing;

    private EngineFailure(Failure failure, boolean passing) {
        super(failure.message());
        this.failure = failure;
        this.passing = passing;
    }

    /** A fault that may well be gone at the next attempt; attempts are made until they run out. */
    public static EngineFailure passing(FailureCode code, String message) {
        return new EngineFailure(new Failure(code, message, true), true);
    }

    /** A fault that another attempt meets again: the task fails at once. */
    public static EngineFailure lasting(FailureCode code, String message) {
        return new EngineFailure(new Failure(code, message, false), false);
    }

    public Failure failure() {
        return failure;
    }

    /** Whether another attempt makes sense. */
    public boolean isPassing() {
        return passing;
    }
}
