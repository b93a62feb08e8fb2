package dev.safelight.store.sqlite;

import dev.safelight.core.access.AccountLimits;
import dev.safelight.core.access.KeyLimits;
import dev.safelight.core.access.LimitChange;
import dev.safelight.core.access.Mode;
import dev.safelight.core.access.Principal;
import dev.safelight.core.account.Account;
import dev.safelight.core.account.AccountHandle;
import dev.safelight.core.account.ApiKey;
import dev.safelight.core.account.KeyHandle;
import dev.safelight.core.feed.FeedJson;
import dev.safelight.core.feed.Subject;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Id;
import dev.safelight.core.id.Ids;
import dev.safelight.core.id.KeyId;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.webhook.EndpointId;
import dev.safelight.store.sqlite.rows.Directory;
import dev.safelight.store.sqlite.rows.KeyTable;
import dev.safelight.store.sqlite.writer.Transaction;

import org.jspecify.annotations.Nullable;

import java.util.random.RandomGenerator;

/**
 * Adds accounts and keys within a batch; their limits hold for what the batch takes up next, and
 * the directory learns of them once it is on disk.
 */
final class Openings {
    private static final int WEIGHT = 1;
    private final Directory directory;
    private final RandomGenerator random;

    Openings(Directory directory, RandomGenerator random) {
        this.directory = directory;
        this.random = random;
    }

    /** What an account has that is opened with so many slots. */
    static AccountLimits limits(int slots) {
        return new AccountLimits(slots, WEIGHT, 0);
    }

    /** Opens a live account. */
    Account live(Transaction tx, String name, AccountLimits limits) {
        return open(tx, name, null, limits, Mode.LIVE);
    }

    /** Opens a test account, the twin of a live one if that is given. */
    Account test(Transaction tx, String name, @Nullable AccountId live, AccountLimits limits) {
        return open(tx, name, live, limits, Mode.TEST);
    }

    private Account open(
            Transaction tx,
            String name,
            @Nullable AccountId live,
            AccountLimits limits,
            Mode mode) {
        var number = tx.accounts().next();
        var handle = new AccountHandle(draw(tx, number));
        var account = new Account(number, handle, name, mode, limits, tx.now());
        tx.accounts().insert(account, live);
        tx.limits().opened(number, limits);
        tx.afterCommit(directory::opened);
        return account;
    }

    /** Gives an account what it starts with. */
    static void grant(Transaction tx, Account account, Credits grant) {
        if (!grant.equals(Credits.ZERO)) SqliteLedger.grant(tx, account.number(), grant);
    }

    KeyHandle handle(Transaction tx, AccountId account) {
        return new KeyHandle(draw(tx, account));
    }

    EndpointId endpoint(Transaction tx, AccountId account) {
        return new EndpointId(draw(tx, account));
    }

    private Id draw(Transaction tx, AccountId account) {
        return new Ids(tx::now, random).next(account.number());
    }

    /** Its row has all but what it may spend. */
    private static void limit(Transaction tx, AccountId owner, KeyId key, KeyLimits limits) {
        tx.limits().added(owner, key, limits.slots());
        if (!limits.spend().isNone()) tx.limit(new LimitChange.OfKey(key, limits));
    }

    /** Adds a key to an account. */
    ApiKey key(Transaction tx, Account account, KeyTable.Wanted wanted) {
        var owner = account.number();
        var number = tx.keys().insert(owner, wanted, tx.now());
        long row = number.number();
        tx.events().append(owner.number(), Subject.KEY, row, tx.now(), FeedJson.keyAdded(number));
        var limits = wanted.limits();
        limit(tx, owner, number, limits);
        var holder = new Principal(
                owner,
                number,
                account.mode(),
                wanted.scopes(),
                new Principal.Rates(limits.submitsPerMinute(), limits.readsPerMinute()),
                new Principal.Names(wanted.label(), account.name()));
        var text = new Directory.Key(wanted.text().digest(), holder, null);
        tx.afterCommit(() -> directory.learn(text));
        var life = new ApiKey.Life(tx.now(), null, null);
        return new ApiKey(
                wanted.handle(), holder, limits, wanted.label(), wanted.text().hint(), life);
    }
}
