package dev.safelight.store.sqlite.rows;

import dev.safelight.core.asset.AssetId;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The files that a submit names.
 *
 * @param rows of those that are there, in its order
 * @param missing the first that the account does not have, or that has expired; else null
 */
public record NamedFiles(List<Long> rows, @Nullable AssetId missing) {
    static final NamedFiles NONE = new NamedFiles(List.of(), null);
}
