package dev.safelight.core.task;

import dev.safelight.core.ledger.Book;
import dev.safelight.core.ledger.Spending;

import java.time.Instant;

/**
 * What a submit is paid from.
 *
 * @param book of the account
 * @param spending of the key
 * @param now the moment of the decision
 */
public record Funds(Book book, Spending spending, Instant now) {}
