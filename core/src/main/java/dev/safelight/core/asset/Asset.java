package dev.safelight.core.asset;

import dev.safelight.core.id.AccountId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A stored file.
 *
 * @param expires when it may be removed, or null for never
 */
public record Asset(
        NewAsset file,
        AccountId account,
        Instant created,
        @Nullable Instant expires) {}
