package dev.safelight.core.feed;

import dev.safelight.core.account.KeyHandle;
import dev.safelight.core.asset.AssetId;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.task.LogEntry;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.webhook.DisableReason;
import dev.safelight.core.webhook.EndpointId;

/** Something that happened in an account. */
public sealed interface FeedEvent {

    Subject subject();

    /** A task went on: an entry of its own log. */
    record TaskChanged(TaskId task, LogEntry entry) implements FeedEvent {
        @Override
        public Subject subject() {
            return Subject.TASK;
        }
    }

    /** A key may be used from here on. */
    record KeyAdded(KeyHandle key) implements FeedEvent {
        @Override
        public Subject subject() {
            return Subject.KEY;
        }
    }

    /** A key may not be used any more. */
    record KeyRevoked(KeyHandle key) implements FeedEvent {
        @Override
        public Subject subject() {
            return Subject.KEY;
        }
    }

    /** A key has another text; those before it end, at once or after a while. */
    record KeyRotated(KeyHandle key) implements FeedEvent {
        @Override
        public Subject subject() {
            return Subject.KEY;
        }
    }

    /** Credits were given to the account. */
    record Granted(Credits credits) implements FeedEvent {
        @Override
        public Subject subject() {
            return Subject.GRANT;
        }
    }

    /** An endpoint is told from here on. */
    record EndpointAdded(EndpointId endpoint) implements FeedEvent {
        @Override
        public Subject subject() {
            return Subject.ENDPOINT;
        }
    }

    /** An endpoint is told no more, and gone. */
    record EndpointDeleted(EndpointId endpoint) implements FeedEvent {
        @Override
        public Subject subject() {
            return Subject.ENDPOINT;
        }
    }

    /** An endpoint is told nothing until it is enabled again. */
    record EndpointDisabled(EndpointId endpoint, DisableReason reason) implements FeedEvent {
        @Override
        public Subject subject() {
            return Subject.ENDPOINT;
        }
    }

    /** An endpoint that was disabled is told again from here on. */
    record EndpointEnabled(EndpointId endpoint) implements FeedEvent {
        @Override
        public Subject subject() {
            return Subject.ENDPOINT;
        }
    }

    /** What is told to an endpoint is signed with another secret; the earlier ones end later. */
    record EndpointRotated(EndpointId endpoint) implements FeedEvent {
        @Override
        public Subject subject() {
            return Subject.ENDPOINT;
        }
    }

    /** Somebody wants to see that an endpoint is reached. */
    record EndpointTested(EndpointId endpoint) implements FeedEvent {
        @Override
        public Subject subject() {
            return Subject.TEST;
        }
    }

    /** A file that was brought is stored. */
    record FileStored(AssetId file) implements FeedEvent {
        @Override
        public Subject subject() {
            return Subject.FILE;
        }
    }

    /** The bytes of a file that was announced were not taken. */
    record FileRefused(AssetId file) implements FeedEvent {
        @Override
        public Subject subject() {
            return Subject.FILE;
        }
    }

    /**
     * A file that was brought was looked at.
     *
     * @param isReadable whether it could be; it is whole and stays all the same
     */
    record FileStudied(AssetId file, boolean isReadable) implements FeedEvent {
        @Override
        public Subject subject() {
            return Subject.FILE;
        }
    }

    /** A file is left out of lists from here on. */
    record FileArchived(AssetId file) implements FeedEvent {
        @Override
        public Subject subject() {
            return Subject.FILE;
        }
    }

    /** Anybody may see a file from here on, or nobody but its account. */
    record FilePreviewed(AssetId file, boolean isPublic) implements FeedEvent {
        @Override
        public Subject subject() {
            return Subject.FILE;
        }
    }
}
