package dev.safelight.store.sqlite.rows;

import dev.safelight.core.id.Cursor;

/** Places in lists and feeds: a row's number as a cursor, and back. */
public final class Places {
    private static final int RADIX = 36;

    private Places() {}

    public static Cursor of(long row) {
        return new Cursor(Long.toString(row, RADIX));
    }

    /**
     * The row's number.
     *
     * @throws IllegalArgumentException when this store did not write it
     */
    public static long row(Cursor place) {
        try {
            return Long.parseLong(place.text(), RADIX);
        } catch (NumberFormatException foreign) {
            throw new IllegalArgumentException("no place of this store", foreign);
        }
    }
}
