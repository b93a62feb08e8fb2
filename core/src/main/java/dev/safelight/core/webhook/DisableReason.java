package dev.safelight.core.webhook;

/** Why an endpoint is told nothing. Stored by its code: codes never change. */
public enum DisableReason {
    /** Its account wanted it so. */
    BY_ACCOUNT(0),
    /** It answered that it is gone. */
    GONE(1),
    /** Every attempt of some days failed. */
    FAILING(2),
    /** Too much waited for it. */
    BACKLOG(3);

    private static final DisableReason[] BY_CODE = values();
    private final int code;

    DisableReason(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** The reason that is stored as this code. */
    public static DisableReason of(int code) {
        return BY_CODE[code];
    }
}
