package dev.safelight.store.sqlite.rows;

import dev.safelight.core.id.Cursor;
import dev.safelight.core.search.SearchIndex.Part;

/**
 * How far files are indexed in a lane, as one number outside.
 *
 * @param lane 0 words of uploads, 1 words of what tasks made, 2 and 3 the meanings of these
 * @param file a row of asset
 */
public record IndexPlace(long lane, long file) {
    private static final int LANES = 4;

    public static long uploads(Part part) {
        return switch (part) {
            case WORDS -> 0;
            case MEANING -> 2;
        };
    }

    public static long made(Part part) {
        return uploads(part) + 1;
    }

    public static IndexPlace of(long number) {
        return new IndexPlace(number % LANES, number / LANES);
    }

    public Cursor cursor() {
        return Places.of(file * LANES + lane);
    }
}
