package dev.safelight.store.schedule;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;

/**
 * The accounts and keys of living entries. Their limits are looked up when the first entry comes,
 * and again when they are said to be others. Confined to the schedule's thread.
 */
final class LiveAccounts<E> {
    /** Accounts that are remembered for what they have had of an engine, at most. */
    private static final int REMEMBERED = 10_000;

    private static final int SWEEP_FROM = 1_024;

    private final SlotLimits limits;
    private final Map<Long, AccountQueues<E>> accounts = new HashMap<>();
    private final Map<Long, Slots> keys = new HashMap<>();
    private int sweepAccountsAt = SWEEP_FROM;
    private int sweepKeysAt = SWEEP_FROM;

    LiveAccounts(SlotLimits limits) {
        this.limits = limits;
    }

    /** The account of an entry that is about to join. */
    AccountQueues<E> account(long number) {
        var account = accounts.get(number);
        if (account == null) account = open(number);
        if (account.isIdle()) account.account.share(limits.share(number));
        return account;
    }

    private AccountQueues<E> open(long number) {
        if (accounts.size() >= sweepAccountsAt) sweepAccounts();
        var opened = new AccountQueues<E>(number);
        accounts.put(number, opened);
        return opened;
    }

    /**
     * Most that are idle would come back as they began. The others have had at most one start more;
     * when there are too many of them, that is forgotten, so that memory stays bounded.
     */
    private void sweepAccounts() {
        accounts.values().removeIf(AccountQueues::isForgettable);
        long idle = accounts.values().stream().filter(AccountQueues::isIdle).count();
        if (idle > REMEMBERED) accounts.values().removeIf(AccountQueues::isIdle);
        sweepAccountsAt = Math.max(SWEEP_FROM, 2 * accounts.size());
    }

    /** The slots of the key of an entry that is about to join. */
    Slots key(long number) {
        var key = keys.get(number);
        if (key == null) key = openKey(number);
        if (key.isIdle()) key.limit(limits.keySlots(number));
        return key;
    }

    private Slots openKey(long number) {
        if (keys.size() >= sweepKeysAt) {
            keys.values().removeIf(Slots::isIdle);
            sweepKeysAt = Math.max(SWEEP_FROM, 2 * keys.size());
        }
        var opened = new Slots();
        keys.put(number, opened);
        return opened;
    }

    /** Looks an account's limits up again; null when nothing of it is here. */
    @Nullable
    AccountQueues<E> shareAnew(long number) {
        var account = accounts.get(number);
        if (account != null) account.account.share(limits.share(number));
        return account;
    }

    /** The same for a key; its account, or null. */
    @Nullable
    AccountQueues<E> limitAnew(long account, long key) {
        var slots = keys.get(key);
        if (slots == null) return null;
        slots.limit(limits.keySlots(key));
        return accounts.get(account);
    }

    /** How many accounts and keys are in memory, the idle ones among them. */
    int size() {
        return accounts.size() + keys.size();
    }

    void clear() {
        accounts.clear();
        keys.clear();
    }
}
