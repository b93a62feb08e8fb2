package dev.safelight.core.id;

/**
 * A place behind which entries were removed since it was given out. Whoever goes on from the
 * earliest place that is kept has missed what was removed between the two.
 */
public final class PassedCursor extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Kept as text, for an exception is serializable and a cursor is not. */
    private final String earliest;

    public PassedCursor(Cursor earliest) {
        super("a place that is kept no more; the earliest is " + earliest.text());
        this.earliest = earliest.text();
    }

    /** After which everything is kept. */
    public Cursor earliest() {
        return new Cursor(earliest);
    }
}
