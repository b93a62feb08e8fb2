package dev.safelight.server.webhook;

import dev.safelight.core.asset.AssetId;
import dev.safelight.core.id.Id;
import dev.safelight.core.library.StoredFile;
import dev.safelight.core.task.TaskView;
import dev.safelight.core.webhook.Occasion;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** What a delivery tells, read from the log. */
public sealed interface Notice {
    /** The same however often it is asked for, and another one for every delivery. */
    Id id();

    /** When it happened. */
    Instant at();

    /**
     * A task ended.
     *
     * @param view the task as of the entry, not as of now
     */
    record OfTask(Id id, Instant at, Occasion occasion, TaskView view) implements Notice {}

    /**
     * Something happened to a file that was brought.
     *
     * @param found as it stands when the payload is made, or null when it is gone by then
     */
    record OfFile(
            Id id,
            Instant at,
            Occasion occasion,
            AssetId file,
            @Nullable StoredFile found) implements Notice {}

    /** Nothing happened: somebody wants to see whether it arrives. */
    record Test(Id id, Instant at) implements Notice {}
}
