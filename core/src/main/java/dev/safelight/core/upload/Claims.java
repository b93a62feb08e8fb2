package dev.safelight.core.upload;

import dev.safelight.core.asset.AssetId;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.ConcurrentHashMap;

/** The announced files that come in right now, each once. Safe for use by many threads. */
final class Claims {
    private final ConcurrentHashMap<AssetId, Claim> files = new ConcurrentHashMap<>();

    /** Takes a file for whoever asks first; null for all others. */
    @Nullable
    Claim claim(AssetId file) {
        var claim = new Claim();
        return files.putIfAbsent(file, claim) == null ? claim : null;
    }

    /** Nobody wants the bytes of a file any more. */
    void end(AssetId file) {
        var claim = files.get(file);
        if (claim != null) claim.end();
    }

    boolean has(AssetId file) {
        return files.containsKey(file);
    }

    void disclaim(AssetId file) {
        files.remove(file);
    }
}
