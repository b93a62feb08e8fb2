package dev.safelight.core.webhook;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** An address that is told of what happens. */
public record Endpoint(
        EndpointId id, Subscription subscription, Standing standing, Instant created) {

    public State state() {
        return standing.state();
    }

    /**
     * How it stands with an endpoint.
     *
     * @param reason why it is disabled, or null when it is not
     * @param failing since when every attempt has failed, or null when the last one did not
     */
    public record Standing(
            State state,
            @Nullable DisableReason reason,
            @Nullable Instant failing) {
        /** Of one that was just added. */
        public static final Standing NEW = new Standing(State.ACTIVE, null, null);
    }

    /** Stored by its code: codes never change. */
    public enum State {
        ACTIVE(0),
        /** Told of nothing until somebody enables it again. */
        DISABLED(1),
        /** Gone; what it was still to be told is dropped. */
        DELETED(2);

        private static final State[] BY_CODE = values();
        private final int code;

        State(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }

        /** The state that is stored as this code. */
        public static State of(int code) {
            return BY_CODE[code];
        }
    }
}
