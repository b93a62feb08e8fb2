package dev.safelight.core.account;

import dev.safelight.core.access.Principal;
import dev.safelight.core.id.KeyId;

/**
 * Who does something administrative, for the audit log.
 *
 * @param requestId of the call by which it is done
 */
public record Actor(Principal who, String requestId) {
    /** Of whoever sits at the machine itself and needs no key: it stands in no row. */
    public static final KeyId NO_KEY = new KeyId(0);
}
