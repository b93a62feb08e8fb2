package dev.safelight.core.audit;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.id.Page;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.CompletableFuture;

/** Reads the audit log, newest first. */
public interface AuditLog {

    /** What was done by an account's keys, to others too, or to the account; each act once. */
    CompletableFuture<Page<AuditEntry>> of(AccountId account, @Nullable Cursor after, int limit);

    /** What was done anywhere. */
    CompletableFuture<Page<AuditEntry>> all(@Nullable Cursor after, int limit);
}
