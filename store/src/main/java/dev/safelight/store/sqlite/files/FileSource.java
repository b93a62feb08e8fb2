package dev.safelight.store.sqlite.files;

/** Where a file is from. Stored by its code: codes never change. */
public enum FileSource {
    UPLOADED(0),
    /** A task made it. */
    MADE(1);

    private final int code;

    FileSource(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
