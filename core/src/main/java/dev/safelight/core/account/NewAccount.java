package dev.safelight.core.account;

import dev.safelight.core.access.AccountLimits;
import dev.safelight.core.ledger.Credits;

/**
 * A live account to open, without a key.
 *
 * @param name for people
 * @param grant the credits it starts with
 */
public record NewAccount(String name, AccountLimits limits, Credits grant) {}
