package dev.safelight.store.sqlite;

import dev.safelight.core.access.Accounts;
import dev.safelight.core.access.KeyDigest;
import dev.safelight.core.access.KeyText;
import dev.safelight.core.access.Mode;
import dev.safelight.core.access.NewKey;
import dev.safelight.core.access.Principal;
import dev.safelight.core.access.Scope;
import dev.safelight.core.account.Account;
import dev.safelight.core.account.Actor;
import dev.safelight.core.id.AccountId;
import dev.safelight.store.sqlite.rows.Directory;
import dev.safelight.store.sqlite.rows.KeyTable;
import dev.safelight.store.sqlite.writer.Transaction;
import dev.safelight.store.sqlite.writer.Writer;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Holders of keys: looked up in memory, opened within a batch. */
final class SqliteAccounts implements Accounts {
    private final Writer writer;
    private final Directory directory;
    private final Openings openings;

    SqliteAccounts(Writer writer, Directory directory, Openings openings) {
        this.writer = writer;
        this.directory = directory;
        this.openings = openings;
    }

    @Override
    public Optional<Principal> find(KeyDigest text, Instant now) {
        return Optional.ofNullable(directory.find(text, now));
    }

    @Override
    public void onEnded(Consumer<KeyDigest> listener) {
        directory.onEnded(listener);
    }

    @Override
    public boolean isEmpty() {
        return directory.isEmpty();
    }

    @Override
    public CompletableFuture<List<Principal>> open(List<NewKey> keys) {
        return writer.rare(tx ->
                keys.stream().map(key -> add(tx, account(tx, key, null), key)).toList());
    }

    @Override
    public CompletableFuture<List<Principal>> openTwins(NewKey live, NewKey test) {
        return writer.rare(tx -> {
            var first = account(tx, live, null);
            var twin = account(tx, test, first.number());
            return List.of(add(tx, first, live), add(tx, twin, test));
        });
    }

    private Account account(Transaction tx, NewKey key, @Nullable AccountId twinOf) {
        var limits = Openings.limits(key.limits().slots());
        return key.mode() == Mode.LIVE
                ? openings.live(tx, key.name(), limits)
                : openings.test(tx, key.name(), twinOf, limits);
    }

    private Principal add(Transaction tx, Account account, NewKey key) {
        var handle = openings.handle(tx, account.number());
        var wanted = new KeyTable.Wanted(handle, key.name(), key.key(), key.scopes(), key.limits());
        var holder = openings.key(tx, account, wanted).holder();
        Openings.grant(tx, account, key.grant());
        return holder;
    }

    @Override
    public CompletableFuture<Principal> admitOwner(KeyText text) {
        return writer.rare(tx -> {
            var first = tx.accounts().firstLive();
            var names = new Principal.Names(
                    "this machine", tx.accounts().read(first).name());
            var owner = new Principal(
                    first, Actor.NO_KEY, Mode.LIVE, Scope.ALL, Principal.Rates.UNLIMITED, names);
            tx.afterCommit(() -> directory.learn(new Directory.Key(text.digest(), owner, null)));
            return owner;
        });
    }
}
