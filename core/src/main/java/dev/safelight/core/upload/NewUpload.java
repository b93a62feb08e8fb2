package dev.safelight.core.upload;

import dev.safelight.core.access.KeyDigest;
import dev.safelight.core.asset.AssetId;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.KeyId;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/**
 * A file that a caller is about to bring.
 *
 * @param id that the file will have
 * @param key who brings it
 * @param text by which the key called: once it has died, the bytes are not taken any more
 */
public record NewUpload(AssetId id, AccountId account, KeyId key, KeyDigest text, Wish wish) {
    private static final Duration TEMPORARY = Duration.ofDays(1);

    /** When the file may be removed whose bytes are stored now, or null for never. */
    public @Nullable Instant expires(Instant now) {
        return wish.temporary() ? now.plus(TEMPORARY) : null;
    }

    /** The same with what is said in the file. */
    NewUpload saying(String transcript) {
        var told = new Wish(wish.name(), wish.kind(), wish.temporary(), transcript);
        return new NewUpload(id, account, key, text, told);
    }

    /**
     * What the caller says of the file.
     *
     * @param name for people
     * @param kind what it must turn out to be, as in {@code image}, or null for anything that is
     *     taken: image, video, audio or pdf
     * @param temporary whether it may go after a day
     * @param transcript what is said in it, if the caller knows, or null
     */
    public record Wish(
            String name,
            @Nullable String kind,
            boolean temporary,
            @Nullable String transcript) {}
}
