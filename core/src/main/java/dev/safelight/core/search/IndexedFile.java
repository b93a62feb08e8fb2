package dev.safelight.core.search;

import dev.safelight.core.asset.AssetId;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.KeyId;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/**
 * What is kept of a file so that it can be found.
 *
 * @param maker the key that brought it or asked for it; null where that is not known
 * @param words those of all its texts, as {@link Words} cuts them
 */
public record IndexedFile(
        AssetId id, AccountId account, @Nullable KeyId maker, Set<String> words, Vectors vectors) {
    public IndexedFile {
        words = Set.copyOf(words);
    }
}
