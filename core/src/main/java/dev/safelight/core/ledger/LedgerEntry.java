package dev.safelight.core.ledger;

import java.time.Instant;

/**
 * A posting in an account's book.
 *
 * @param available the credits that were free to spend after it
 */
public record LedgerEntry(Posting posting, long available, Instant at) {}
