package dev.safelight.store.sqlite;

import dev.safelight.core.access.LimitChange;
import dev.safelight.core.account.Account;
import dev.safelight.core.account.AccountChange;
import dev.safelight.core.account.AccountHandle;
import dev.safelight.core.account.ActRefusal;
import dev.safelight.core.account.ActVerdict;
import dev.safelight.core.account.Actor;
import dev.safelight.core.account.ApiKey;
import dev.safelight.core.account.KeyChange;
import dev.safelight.core.account.KeyHandle;
import dev.safelight.core.account.NewAccount;
import dev.safelight.core.account.Registry;
import dev.safelight.core.account.Usage;
import dev.safelight.core.audit.AuditAction;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.id.Page;
import dev.safelight.core.ledger.Book;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.tool.EngineName;
import dev.safelight.store.sqlite.Acts.Decided;
import dev.safelight.store.sqlite.reads.AccountReads;
import dev.safelight.store.sqlite.reads.LimitReads;
import dev.safelight.store.sqlite.writer.Transaction;
import dev.safelight.store.sqlite.writer.Writer;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;

/** Accounts and limits: changed within batches. */
final class SqliteRegistry implements Registry {
    private final Acts acts;
    private final AccountReads reads;
    private final LimitReads limits;
    private final Openings openings;

    SqliteRegistry(Writer writer, AccountReads reads, LimitReads limits, Openings openings) {
        this.acts = new Acts(writer);
        this.reads = reads;
        this.limits = limits;
        this.openings = openings;
    }

    @Override
    public CompletableFuture<ActVerdict<Account>> open(Actor by, NewAccount account) {
        return acts.decide(by, AuditAction.ACCOUNT_OPEN, tx -> {
            var opened = openings.live(tx, account.name(), account.limits());
            Openings.grant(tx, opened, account.grant());
            return Decided.done(opened, opened.number(), opened.handle());
        });
    }

    @Override
    public CompletableFuture<Page<Account>> list(@Nullable Cursor after, int limit) {
        return reads.list(after, limit);
    }

    @Override
    public CompletableFuture<Optional<Account>> find(AccountHandle account) {
        return reads.find(account);
    }

    @Override
    public CompletableFuture<Optional<Account>> find(AccountId account) {
        return reads.find(account);
    }

    @Override
    public CompletableFuture<Usage> usage(AccountId account) {
        return reads.usage(account);
    }

    @Override
    public CompletableFuture<ActVerdict<Account>> change(
            Actor by, AccountHandle account, AccountChange change) {
        return on(by, AuditAction.ACCOUNT_CHANGE, account, (tx, found) -> {
            var number = found.number();
            tx.limit(new LimitChange.OfAccount(number, change.applied(found.limits())));
            return tx.accounts().read(number);
        });
    }

    @Override
    public CompletableFuture<ActVerdict<ApiKey>> change(Actor by, KeyHandle key, KeyChange change) {
        return acts.decide(by, AuditAction.KEY_LIMIT, tx -> {
            var found = tx.keys().find(key);
            if (found == null) return Decided.refused(ActRefusal.ABSENT, by, key);
            if (found.isRevoked()) return Decided.refused(ActRefusal.KEY_REVOKED, by, key);
            var holder = found.holder();
            tx.limit(new LimitChange.OfKey(holder.key(), change.applied(found.limits())));
            var changed = Objects.requireNonNull(tx.keys().find(key));
            return Decided.done(changed, holder.account(), key);
        });
    }

    @Override
    public CompletableFuture<ActVerdict<Integer>> change(
            Actor by, @Nullable EngineName engine, int slots) {
        return acts.decide(by, AuditAction.ENGINE_LIMIT, tx -> {
            if (engine == null) return Decided.refused(ActRefusal.ABSENT, by, "");
            tx.limit(new LimitChange.OfEngine(engine, slots));
            return Decided.done(slots, by.who().account(), engine);
        });
    }

    @Override
    public CompletableFuture<Map<EngineName, Integer>> engines() {
        return limits.engines();
    }

    @Override
    public CompletableFuture<ActVerdict<Book>> grant(
            Actor by, AccountHandle account, Credits credits) {
        return on(by, AuditAction.ACCOUNT_GRANT, account, (tx, found) -> {
            SqliteLedger.grant(tx, found.number(), credits);
            return tx.books().book(found.number().number());
        });
    }

    private <T> CompletableFuture<ActVerdict<T>> on(
            Actor by,
            AuditAction action,
            AccountHandle account,
            BiFunction<Transaction, Account, T> work) {
        return acts.decide(by, action, tx -> {
            var found = tx.accounts().find(account);
            return found == null
                    ? Decided.refused(ActRefusal.ABSENT, by, account)
                    : Decided.done(work.apply(tx, found), found.number(), account);
        });
    }
}
