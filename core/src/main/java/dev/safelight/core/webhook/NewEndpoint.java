package dev.safelight.core.webhook;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.KeyId;

import org.jspecify.annotations.Nullable;

/**
 * An address that wants to be told of terminal tasks.
 *
 * @param key only tasks of this key, or null for all of the account's
 */
public record NewEndpoint(AccountId account, @Nullable KeyId key, String url) {}
