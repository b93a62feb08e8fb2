package dev.safelight.core.task;

import dev.safelight.core.asset.AssetId;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A task on its way into the store.
 *
 * @param files those that its input names, each once; their bytes stay while it lives
 * @param callback an address to tell of its end, or null
 */
public record NewTask(
        TaskHeader header,
        TaskInput input,
        List<AssetId> files,
        Repeatability repeats,
        Acknowledgement answer,
        @Nullable String callback) {

    public NewTask {
        files = List.copyOf(files);
    }

    /**
     * What tells whether the same was submitted before.
     *
     * @param digest of all that was asked for: the same for the same request
     * @param making of what is to be made alone, by which an id of the caller's own is compared
     * @param idempotencyKey of API key, dialect, operation and idempotency key, or null when none
     *     was given; kept for {@link SubmitRules#IDEMPOTENCY_KEPT}
     * @param only whether it makes no task when nothing came before under its names
     */
    public record Repeatability(
            Fingerprint digest,
            Fingerprint making,
            @Nullable Fingerprint idempotencyKey,
            boolean only) {}

    /**
     * What the caller is answered, and a replay repeats.
     *
     * @param dialect in whose envelope it is
     * @param json JSON text
     */
    public record Acknowledgement(String dialect, String json) {}

    public TaskId id() {
        return header.id();
    }
}
