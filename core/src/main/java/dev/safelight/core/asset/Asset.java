package dev.safelight.core.asset;

import dev.safelight.core.id.AccountId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** A stored file. */
public record Asset(NewAsset file, AccountId account, Instant created) {

    /** When it may be removed, or null for never. */
    public @Nullable Instant expires() {
        return file.expires();
    }
}
