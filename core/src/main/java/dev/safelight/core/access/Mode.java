package dev.safelight.core.access;

/** What a key is for. Stored by its code: codes never change. */
public enum Mode {
    /** Real engines, real credits. */
    LIVE(0),
    /** The sandbox engine and a book of its own. */
    TEST(1);

    private static final Mode[] BY_CODE = values();
    private final int code;

    Mode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** The mode that is stored as this code. */
    public static Mode of(int code) {
        return BY_CODE[code];
    }
}
