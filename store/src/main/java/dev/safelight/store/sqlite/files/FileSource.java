package dev.safelight.store.sqlite.files;

/** Where a file waits for a later step. Stored by its code: codes never change. */
public enum Lane {
    UPLOADS(0),
    /** What tasks made. */
    MADE(1);

    private final int code;

    Lane(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
