package dev.safelight.core.id;

/**
 * A cursor that the store did not write, or that points past everything it has. Whoever asks with
 * one asks wrongly: an answer fails with it, nothing was read or written, and the store is sound.
 */
public final class UnknownCursor extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UnknownCursor(Cursor cursor) {
        super("no place of this store: " + cursor.text());
    }
}
