package dev.safelight.core.account;

import dev.safelight.core.access.KeyLimits;
import dev.safelight.core.access.Principal;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A key as its account sees it: everything but its text.
 *
 * @param handle stays the same when the text is changed
 * @param holder whom its text stands for: account, mode, scopes and rates
 * @param limits what it may do; the rates are the holder's too
 * @param label for people
 * @param hint the first characters of its text
 */
public record ApiKey(
        KeyHandle handle,
        Principal holder,
        KeyLimits limits,
        String label,
        String hint,
        Life life) {

    /**
     * What became of a key and when.
     *
     * @param rotated when its text was last changed, or null
     * @param revoked since when it is no key any more, or null
     */
    public record Life(
            Instant created,
            @Nullable Instant rotated,
            @Nullable Instant revoked) {}

    public boolean isRevoked() {
        return life.revoked() != null;
    }
}
