package dev.safelight.core.asset;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Id;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A stored file.
 *
 * @param maker the id of the task that made it, or null for an upload
 */
public record Asset(
        NewAsset file,
        AccountId account,
        Instant created,
        @Nullable Id maker) {

    /** When it may be removed, or null for never. */
    public @Nullable Instant expires() {
        return file.expires();
    }

    /** Whether its bytes are still there; its row stays. */
    public boolean isKept(Instant now) {
        var end = expires();
        return end == null || end.isAfter(now);
    }
}
