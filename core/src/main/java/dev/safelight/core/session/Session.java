package dev.safelight.core.session;

import dev.safelight.core.id.AccountId;

import java.time.Instant;

/** A named group of tasks. */
public record Session(SessionId id, AccountId account, String title, Instant created) {}
