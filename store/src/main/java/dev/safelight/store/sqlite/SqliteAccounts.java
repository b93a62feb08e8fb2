package dev.safelight.store.sqlite;

import dev.safelight.core.access.Accounts;
import dev.safelight.core.access.KeyText;
import dev.safelight.core.access.NewKey;
import dev.safelight.core.access.Principal;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.KeyId;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.ledger.Posting;
import dev.safelight.store.sql.Statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Accounts and keys: looked up in memory, opened by an errand. */
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
        return writer.errand(
                connection -> keys.stream().map(key -> open(connection.tx, key)).toList());
    }

    private Principal open(Transaction tx, NewKey key) {
        var limits = key.limits();
        long now = tx.now().toEpochMilli();
        long account = returned(tx.prepare("insert-account")
                .bind(key.name())
                .bind(key.mode().code())
                .bind(limits.slots())
                .bind(now));
        long number = returned(tx.prepare("insert-key")
                .bind(account)
                .bind(key.key().digest())
                .bind(key.key().hint())
                .bind(key.name())
                .bind("*")
                .bind(limits.slots())
                .bind(limits.submitsPerMinute())
                .bind(limits.readsPerMinute())
                .bind(now));
        if (!key.grant().equals(Credits.ZERO))
            tx.books.post(account, null, Posting.grant(key.grant()), tx.now());
        var principal = new Principal(
                new AccountId(account),
                new KeyId(number),
                key.mode(),
                limits.submitsPerMinute(),
                limits.readsPerMinute());
        tx.answer(() -> learn(principal, key));
        return principal;
    }

    private void learn(Principal principal, NewKey key) {
        var slots = key.limits().slots();
        directory.learn(principal.account().number(), new Directory.AccountTerms(slots, 1));
        directory.learn(key.key().digest(), principal, slots);
    }

    /** The number that an insert gave. */
    static long returned(Statement insert) {
        var numbers = new ArrayList<Long>(1);
        insert.each(row -> numbers.add(row.number()));
        return numbers.getFirst();
    }
}
