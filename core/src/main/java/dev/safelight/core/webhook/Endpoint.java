package dev.safelight.core.webhook;

import java.time.Instant;

/** An address that is told of what happens. */
public record Endpoint(EndpointId id, Subscription subscription, State state, Instant created) {

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
