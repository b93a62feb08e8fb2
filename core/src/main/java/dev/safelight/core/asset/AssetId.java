package dev.safelight.core.asset;

import dev.safelight.core.id.Id;

/** Names one file for ever. */
public record AssetId(Id id) {
    @Override
    public String toString() {
        return id.toString();
    }
}
