package dev.safelight.core.feed;

/** What an entry of an account's log is about. Stored by its code: codes never change. */
public enum Subject {
    TASK(0),
    FILE(1),
    KEY(2),
    ENDPOINT(3),
    DELIVERY(4),
    GRANT(5),
    /** A test event that somebody sent to an endpoint. */
    TEST(6);

    private static final Subject[] BY_CODE = values();
    private final int code;

    Subject(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** The subject that is stored as this code. */
    public static Subject of(int code) {
        return BY_CODE[code];
    }
}
