package dev.safelight.server.account;

import dev.safelight.core.account.ApiKey;
import dev.safelight.core.webhook.Endpoint;

import org.jspecify.annotations.Nullable;

/**
 * A key and where the ends of its tasks are told.
 *
 * @param address null for nowhere
 */
record ToldKey(ApiKey key, @Nullable Endpoint address) {}
