package dev.safelight.store.sqlite;

import dev.safelight.core.access.AccountLimits;
import dev.safelight.core.access.Accounts;
import dev.safelight.core.access.KeyLimits;
import dev.safelight.core.access.KeyText;
import dev.safelight.core.access.NewKey;
import dev.safelight.core.access.Principal;
import dev.safelight.core.feed.FeedJson;
import dev.safelight.core.feed.Subject;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.KeyId;
import dev.safelight.core.ledger.Credits;
import dev.safelight.store.sqlite.rows.Directory;
import dev.safelight.store.sqlite.writer.Transaction;
import dev.safelight.store.sqlite.writer.Writer;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Accounts and keys: looked up in memory, opened within a batch. */
final class SqliteAccounts implements Accounts {
    private final Writer writer;
    private final Directory directory;

    SqliteAccounts(Writer writer, Directory directory) {
        this.writer = writer;
        this.directory = directory;
    }

    @Override
    public Optional<Principal> find(KeyText key) {
        return Optional.ofNullable(directory.find(key.digest()));
    }

    @Override
    public boolean isEmpty() {
        return directory.isEmpty();
    }

    @Override
    public CompletableFuture<List<Principal>> open(List<NewKey> keys) {
        return writer.rare(tx -> keys.stream().map(key -> open(tx, key)).toList());
    }

    private Principal open(Transaction tx, NewKey key) {
        var account = new AccountId(tx.inserting("insert-account")
                .bind(key.name())
                .bind(key.mode().code())
                .bind(key.limits().slots())
                .bind(tx.now().toEpochMilli())
                .one());
        tx.limits().opened(account, new AccountLimits(key.limits().slots(), 1));
        var principal = addKey(tx, account, key);
        if (!key.grant().equals(Credits.ZERO)) SqliteLedger.grant(tx, account, key.grant());
        tx.afterCommit(() -> learn(principal, key));
        return principal;
    }

    private static Principal addKey(Transaction tx, AccountId account, NewKey key) {
        var limits = key.limits();
        var number = new KeyId(tx.inserting("insert-key")
                .bind(account.number())
                .bind(key.key().digest())
                .bind(key.key().hint())
                .bind(key.name())
                .bind("*")
                .bind(limits.slots())
                .bind(limits.submitsPerMinute())
                .bind(limits.readsPerMinute())
                .bind(tx.now().toEpochMilli())
                .one());
        limit(tx, account, number, limits);
        tx.events()
                .append(
                        account.number(),
                        Subject.KEY,
                        number.number(),
                        tx.now(),
                        FeedJson.keyAdded(number));
        return new Principal(
                account, number, key.mode(), limits.submitsPerMinute(), limits.readsPerMinute());
    }

    private static void limit(Transaction tx, AccountId account, KeyId key, KeyLimits limits) {
        tx.limits().added(account, key, limits.slots());
        if (limits.spend().isNone()) return;
        tx.limits().set(account, key, limits);
        tx.spend().limit(account, key, limits.spend(), tx.now());
    }

    private void learn(Principal principal, NewKey key) {
        directory.learn(new Directory.Key(key.key().digest(), principal));
    }
}
