package dev.safelight.core.account;

import dev.safelight.core.access.SealedSecret;

/**
 * Seals a secret for a key whose handle is only known when it is added. Called within the
 * transaction that adds it, perhaps more than once: it must be quick and always seal one secret.
 */
@FunctionalInterface
public interface Sealing {
    SealedSecret seal(KeyHandle key);
}
