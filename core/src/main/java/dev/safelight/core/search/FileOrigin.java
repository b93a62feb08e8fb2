package dev.safelight.core.search;

import dev.safelight.core.asset.AssetId;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.KeyId;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

/**
 * A stored file with all that was said about it.
 *
 * @param maker the key that brought it or asked for it; null where that is not known
 * @param input what the task was asked that made it, or null for an upload
 * @param transcript what is said in it, as its caller gave it with an upload, or null
 */
public record FileOrigin(
        AssetId id,
        AccountId account,
        @Nullable KeyId maker,
        String name,
        @Nullable JsonNode input,
        @Nullable String transcript) {}
