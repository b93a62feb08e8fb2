package dev.safelight.client;

import java.util.List;

/** Where a task stands, with what belongs to that state alone. */
public sealed interface TaskState {

    /** Queued. */
    record Pending() implements TaskState {}

    /** A worker is on it. */
    record Processing(int progress) implements TaskState {}

    /**
     * Its files can be downloaded.
     *
     * @param credits what it cost
     */
    record Completed(List<AssetId> assets, long credits) implements TaskState {
        public Completed {
            assets = List.copyOf(assets);
        }
    }

    /**
     * It made nothing and cost nothing.
     *
     * @param progress 0-100, how far its last attempt came
     */
    record Failed(Failure failure, int progress) implements TaskState {}

    /**
     * Somebody stopped it; it cost nothing.
     *
     * @param progress 0-100, how far its last attempt came
     */
    record Cancelled(int progress) implements TaskState {}

    /** The word on the wire, as in {@code PROCESSING}. */
    default String word() {
        return switch (this) {
            case Pending pending -> "PENDING";
            case Processing processing -> "PROCESSING";
            case Completed completed -> "COMPLETED";
            case Failed failed -> "FAILED";
            case Cancelled cancelled -> "CANCELLED";
        };
    }
}
