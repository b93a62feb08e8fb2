package dev.safelight.core.upload;

import dev.safelight.core.id.AccountId;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;

/**
 * How many files come in right now: no more than so many of an account and in all. Safe for use by
 * many threads.
 */
final class IncomingFiles {
    private final UploadLimits.Together most;
    private final Map<AccountId, Integer> ofAccounts = new HashMap<>();
    private int all;

    IncomingFiles(UploadLimits.Together most) {
        this.most = most;
    }

    /** Takes a place for a file of the account's; null when there is one. */
    synchronized UploadRefusal.@Nullable TooMany enter(AccountId account) {
        if (all >= most.all()) return new UploadRefusal.TooMany(false, most.all());
        int own = ofAccounts.getOrDefault(account, 0);
        if (own >= most.ofAccount()) return new UploadRefusal.TooMany(true, most.ofAccount());
        ofAccounts.put(account, own + 1);
        all++;
        return null;
    }

    synchronized void leave(AccountId account) {
        ofAccounts.computeIfPresent(account, (same, own) -> own == 1 ? null : own - 1);
        all--;
    }

    synchronized int size() {
        return all;
    }
}
