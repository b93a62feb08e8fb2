package dev.safelight.core.library;

import dev.safelight.core.asset.AssetId;
import dev.safelight.core.asset.Rendition;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.id.Id;
import dev.safelight.core.id.KeyId;
import dev.safelight.core.text.TextSize;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * An account's files, made and uploaded alike, as things that are listed, shown and put away. Empty
 * answers mean absent or another account's: the two must not be told apart. Changes are durable
 * when complete.
 */
public interface Files {

    CompletableFuture<Optional<StoredFile>> find(AccountId account, AssetId id);

    /** Those of them that the account has and whose bytes are stored, in no order. */
    CompletableFuture<List<StoredFile.Whole>> findAll(AccountId account, Set<AssetId> ids);

    /**
     * Those whose bytes are stored, without the archived ones and those that have expired, the most
     * recently updated first. A page may end early, also with nothing on it, while others follow.
     *
     * @param maker only those that this key brought or asked for, or null for all
     * @param after a place that an earlier page gave out, or null for the beginning
     */
    CompletableFuture<FilePage> list(
            AccountId account, @Nullable KeyId maker, @Nullable Cursor after, int limit);

    /**
     * Leaves a file out of lists and search from here on, and ends its public preview. One whose
     * bytes are not there is forgotten: they are not taken any more.
     */
    CompletableFuture<Optional<StoredFile>> archive(AccountId account, AssetId id);

    /**
     * Lets anybody see a file, unless it is archived: then nothing changes. Empty where its bytes
     * are not there, or have expired.
     *
     * @param preview by which it is found, unless it is public already: then that one stays
     */
    CompletableFuture<Optional<StoredFile.Whole>> showPublicly(
            AccountId account, AssetId id, Id preview);

    /** Ends that; the preview's id is never good again. */
    CompletableFuture<Optional<StoredFile.Whole>> hide(AccountId account, AssetId id);

    /** A smaller picture of a file, by the file's id alone: a signed address names no account. */
    CompletableFuture<Optional<Rendition>> rendition(AssetId id, Rendition.Size size);

    /**
     * Tells somebody of each file whose state has changed, right after the commit and before
     * whoever changed it is answered. Who is told must be quick.
     */
    void onChanged(Consumer<AssetId> listener);

    /** A file that is public by this id. */
    CompletableFuture<Optional<StoredFile.Whole>> findPublic(Id preview);

    /**
     * A part of a list.
     *
     * @param next where the following page begins, or null when this is the last one
     */
    record FilePage(List<StoredFile.Whole> files, @Nullable Cursor next) {
        /** A page ends early rather than have more bytes of transcripts than this. */
        public static final int MOST_TRANSCRIPTS = 2 << 20;

        /** How many of these, from the first, a page may have; one at least. */
        public static int fitting(List<StoredFile.Whole> files) {
            long bytes = 0;
            for (int count = 0; count < files.size(); count++) {
                bytes += TextSize.of(files.get(count).transcript());
                if (bytes > MOST_TRANSCRIPTS) return Math.max(1, count);
            }
            return files.size();
        }
    }
}
