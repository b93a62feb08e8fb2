package dev.safelight.core.task;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.KeyId;

/** Whose task it is: the account pays, the key asked. */
public record Owner(AccountId account, KeyId key) {}
