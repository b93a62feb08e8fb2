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

    /** The kind of thing that it happened to. */
    default Subject subject() {
        return switch (this) {
            case TaskChanged _ -> Subject.TASK;
            case KeyAdded _, KeyRevoked _, KeyRotated _ -> Subject.KEY;
            case Granted _ -> Subject.GRANT;
            case EndpointAdded _,
                    EndpointDeleted _,
                    EndpointDisabled _,
                    EndpointEnabled _,
                    EndpointRotated _ -> Subject.ENDPOINT;
            case EndpointTested _ -> Subject.TEST;
            case FileStored _, FileRefused _, FileStudied _, FileArchived _, FilePreviewed _ ->
                Subject.FILE;
        };
    }

    /** A task went on: an entry of its own log. */
    record TaskChanged(TaskId task, LogEntry entry) implements FeedEvent {}

    /** A key may be used from here on. */
    record KeyAdded(KeyHandle key) implements FeedEvent {}

    /** A key may not be used any more. */
    record KeyRevoked(KeyHandle key) implements FeedEvent {}

    /** A key has another text; those before it end, at once or after a while. */
    record KeyRotated(KeyHandle key) implements FeedEvent {}

    /** Credits were given to the account. */
    record Granted(Credits credits) implements FeedEvent {}

    /** An endpoint is told from here on. */
    record EndpointAdded(EndpointId endpoint) implements FeedEvent {}

    /** An endpoint is told no more, and gone. */
    record EndpointDeleted(EndpointId endpoint) implements FeedEvent {}

    /** An endpoint is told nothing until it is enabled again. */
    record EndpointDisabled(EndpointId endpoint, DisableReason reason) implements FeedEvent {}

    /** An endpoint that was disabled is told again from here on. */
    record EndpointEnabled(EndpointId endpoint) implements FeedEvent {}

    /** What is told to an endpoint is signed with another secret; the earlier ones end later. */
    record EndpointRotated(EndpointId endpoint) implements FeedEvent {}

    /** Somebody wants to see that an endpoint is reached. */
    record EndpointTested(EndpointId endpoint) implements FeedEvent {}

    /** A file that was brought is stored. */
    record FileStored(AssetId file) implements FeedEvent {}

    /** The bytes of a file that was announced were not taken. */
    record FileRefused(AssetId file) implements FeedEvent {}

    /**
     * A file that was brought was looked at.
     *
     * @param isReadable whether it could be; it is whole and stays all the same
     */
    record FileStudied(AssetId file, boolean isReadable) implements FeedEvent {}

    /** A file is left out of lists from here on. */
    record FileArchived(AssetId file) implements FeedEvent {}

    /** Anybody may see a file from here on, or nobody but its account. */
    record FilePreviewed(AssetId file, boolean isPublic) implements FeedEvent {}
}
