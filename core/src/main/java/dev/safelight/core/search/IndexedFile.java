package dev.safelight.core.search;

import dev.safelight.core.asset.AssetId;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.KeyId;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/** What is kept of a file so that it can be found: its words first, and later its meaning. */
public sealed interface IndexedFile {

    /**
     * By its words.
     *
     * @param maker the key that brought it or asked for it; null where that is not known
     * @param words those of all its texts, as {@link Words} cuts them
     */
    record ByWords(AssetId id, AccountId account, @Nullable KeyId maker, Set<String> words)
            implements IndexedFile {
        public ByWords {
            words = Set.copyOf(words);
        }
    }

    /**
     * By its meaning.
     *
     * @param maker the key that brought it or asked for it; null where that is not known
     */
    record ByMeaning(AssetId id, @Nullable KeyId maker, Vectors vectors) implements IndexedFile {}
}
