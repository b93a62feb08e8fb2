package dev.safelight.core.search;

import dev.safelight.core.asset.AssetId;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.id.KeyId;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * What a store keeps so that files are found. A file is in it from when it was added until it is
 * archived; one that goes after a day never is. Every question is one account's and is answered
 * from that account's files alone.
 */
public interface SearchIndex {

    /** By what a file can be found: each is indexed by itself, so that words wait for no model. */
    enum Part {
        WORDS,
        MEANING
    }

    /**
     * Files whose words, or whose meaning, have not been added, in the order in which they were
     * stored, without those that are not to be found. Uploads come before what tasks made: somebody
     * may look for them already.
     *
     * @param limit how many stored files are looked at, at least 1
     */
    CompletableFuture<Unread> unread(Part part, int limit);

    /**
     * Adds files, in place of what was known of that part of them, and remembers how far it went.
     * One that was archived meanwhile is left out. Durable when complete.
     *
     * @param upTo as {@link #unread} gave it out
     */
    CompletableFuture<Void> add(List<? extends IndexedFile> files, Cursor upTo);

    /**
     * The files that have all these words, the most recently stored first.
     *
     * @param maker only those of this key, or null for all
     */
    CompletableFuture<List<AssetId>> withWords(
            AccountId account, @Nullable KeyId maker, WordQuery words, int limit);

    /**
     * The vectors of an account's files, in the order in which they changed: whoever goes on from
     * where the last page ended learns of every file that was added or archived since.
     *
     * @param after a place that an earlier page gave out, or null for the beginning
     */
    CompletableFuture<VectorPage> vectors(AccountId account, @Nullable Cursor after, int limit);

    /**
     * What is to be indexed next.
     *
     * @param upTo how far this goes; null when nothing was stored since
     */
    record Unread(List<FileOrigin> files, @Nullable Cursor upTo) {}

    /**
     * Some of an account's vectors.
     *
     * @param next where to go on, later too; null at the beginning of an account without files
     * @param isLast whether nothing followed
     */
    record VectorPage(List<FileVectors> files, @Nullable Cursor next, boolean isLast) {}

    /**
     * One file's.
     *
     * @param maker the key that brought it or asked for it; null where that is not known
     * @param vectors none when the file is not to be found any more
     * @param isFirst whether an earlier place said nothing of this file; else this replaces it
     */
    record FileVectors(AssetId id, @Nullable KeyId maker, Vectors vectors, boolean isFirst) {}
}
