package dev.safelight.core.task;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;

import java.util.Set;

/**
 * What a commit added to the log of all accounts.
 *
 * @param accounts whose log it added to
 * @param before the place of the log before the commit
 * @param after the place after it
 */
public record Appended(Set<AccountId> accounts, Cursor before, Cursor after) {}
