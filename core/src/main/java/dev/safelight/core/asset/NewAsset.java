package dev.safelight.core.asset;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A file whose bytes are stored, and whose row is written when its task succeeds or, of an upload,
 * right after its bytes.
 *
 * @param name a file name for people
 * @param facts JSON text: width, height, seconds, words...
 * @param expires when it may be removed, or null for never
 */
public record NewAsset(
        AssetId id,
        Blob blob,
        String contentType,
        String name,
        String facts,
        @Nullable Instant expires) {

    /** One that is kept. */
    public NewAsset(AssetId id, Blob blob, String contentType, String name, String facts) {
        this(id, blob, contentType, name, facts, null);
    }
}
