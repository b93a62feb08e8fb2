package dev.safelight.core.account;

import java.util.Arrays;

/** Why something administrative was not done. Stored by its code: codes never change. */
public enum ActRefusal {
    /** The actor sees no such object. */
    ABSENT(1),
    /** The actor's own key was revoked before it came to be done. */
    ACTOR_REVOKED(2),
    /** Nobody gives a scope that they lack. */
    SCOPE_NOT_HELD(3),
    /** A test account has no live keys. */
    NOT_LIVE(4),
    /** Test keys are no operators. */
    TEST_OPERATOR(5),
    /** What is revoked does not come back. */
    KEY_REVOKED(6),
    /** An account has as many keys as one may have. */
    TOO_MANY(7),
    /** Without it nobody could look after the accounts from afar. */
    LAST_OPERATOR(8),
    /** A key has as many earlier texts as one may have. */
    TOO_MANY_TEXTS(9);

    private final int code;

    ActRefusal(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** The refusal that is stored as this code. */
    public static ActRefusal of(int code) {
        return Arrays.stream(values())
                .filter(refusal -> refusal.code == code)
                .findFirst()
                .orElseThrow();
    }
}
