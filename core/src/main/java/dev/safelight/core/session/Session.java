package dev.safelight.core.session;

import dev.safelight.core.id.AccountId;

import java.time.Instant;

/**
 * A named group of tasks.
 *
 * @param row the store's own number, opaque to everyone else
 */
public record Session(SessionId id, AccountId account, String title, Instant created, long row) {}
