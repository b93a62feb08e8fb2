package dev.safelight.core.audit;

import dev.safelight.core.account.AccountHandle;
import dev.safelight.core.account.ActRefusal;
import dev.safelight.core.account.KeyHandle;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * One act.
 *
 * @param object the handle of the key or account that it was about; empty when there was none
 * @param refusal why it was not done, or null when it was
 */
public record AuditEntry(
        By by,
        AuditAction action,
        String object,
        @Nullable ActRefusal refusal,
        String requestId,
        Instant at) {

    /**
     * Who did it.
     *
     * @param key null for somebody at the machine itself
     */
    public record By(AccountHandle account, @Nullable KeyHandle key) {}
}
