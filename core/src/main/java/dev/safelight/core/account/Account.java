package dev.safelight.core.account;

import dev.safelight.core.access.AccountLimits;
import dev.safelight.core.access.Mode;
import dev.safelight.core.id.AccountId;

import java.time.Instant;

/**
 * An account as its operator sees it.
 *
 * @param number the store's own, for looking things up; never shown
 * @param name for people
 */
public record Account(
        AccountId number,
        AccountHandle handle,
        String name,
        Mode mode,
        AccountLimits limits,
        Instant created) {}
