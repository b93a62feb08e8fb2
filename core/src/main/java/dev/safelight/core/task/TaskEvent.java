package dev.safelight.core.task;

import dev.safelight.core.ledger.Credits;

import java.time.Instant;

/** What happened to a task: one durable entry of its log. */
public sealed interface TaskEvent {

    Kind kind();

    /** The name of an event, for rows and feeds. Stored by its code: codes never change. */
    enum Kind {
        SUBMITTED(0),
        STARTED(1),
        PROGRESSED(2),
        RETRIED(3),
        RETURNED(4),
        SUCCEEDED(5),
        FAILED(6),
        CANCELLED(7),
        STOPPED(8);

        private static final Kind[] BY_CODE = values();
        private final int code;

        Kind(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }

        /** The kind that is stored as this code. */
        public static Kind of(int code) {
            return BY_CODE[code];
        }
    }

    /** The first entry of every log: what was asked for. */
    record Submitted(TaskInput input) implements TaskEvent {
        @Override
        public Kind kind() {
            return Kind.SUBMITTED;
        }
    }

    /** A worker took it; the effort is that of the attempt that begins. */
    record Started(WorkerId worker, Effort effort) implements TaskEvent {
        @Override
        public Kind kind() {
            return Kind.STARTED;
        }
    }

    /** The work is this far, 0-100. */
    record Progressed(int percent) implements TaskEvent {
        @Override
        public Kind kind() {
            return Kind.PROGRESSED;
        }
    }

    /** An attempt came to nothing; the next one may start when due. */
    record Retried(Failure failure, Instant due) implements TaskEvent {
        @Override
        public Kind kind() {
            return Kind.RETRIED;
        }
    }

    /** A draining worker gave it back; the attempt does not count. */
    record Returned(Instant due) implements TaskEvent {
        @Override
        public Kind kind() {
            return Kind.RETURNED;
        }
    }

    /** It was made. */
    record Succeeded(Credits price, Output output) implements TaskEvent {
        @Override
        public Kind kind() {
            return Kind.SUCCEEDED;
        }
    }

    /** It came to nothing for good. */
    record Failed(Failure failure) implements TaskEvent {
        @Override
        public Kind kind() {
            return Kind.FAILED;
        }
    }

    /** Its owner called it off. */
    record Cancelled() implements TaskEvent {
        @Override
        public Kind kind() {
            return Kind.CANCELLED;
        }
    }

    /** After the end: the engine has really stopped. Shown in the log and the console only. */
    record Stopped() implements TaskEvent {
        @Override
        public Kind kind() {
            return Kind.STOPPED;
        }
    }
}
