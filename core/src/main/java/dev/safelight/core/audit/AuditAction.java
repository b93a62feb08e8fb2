package dev.safelight.core.audit;

import java.util.Locale;

/** Something administrative. Stored by its code and shown by its word: neither ever changes. */
public enum AuditAction {
    KEY_CREATE(0),
    KEY_LABEL(1),
    KEY_REVOKE(2),
    KEY_ROTATE(3),
    KEY_ROTATE_SECRET(4),
    ACCOUNT_OPEN(5),
    ACCOUNT_CHANGE(6),
    ACCOUNT_GRANT(7),
    KEY_LIMIT(8),
    ENGINE_LIMIT(9),
    KEY_WEBHOOK(10);

    private static final AuditAction[] BY_CODE = values();
    private final int code;

    AuditAction(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** As in {@code key_create}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The action that is stored as this code. */
    public static AuditAction of(int code) {
        return BY_CODE[code];
    }
}
