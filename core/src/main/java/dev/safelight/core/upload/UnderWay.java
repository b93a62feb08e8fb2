package dev.safelight.core.upload;

import dev.safelight.core.asset.AssetId;
import dev.safelight.core.id.AccountId;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;

/**
 * The files that come in right now: each once, and no more than so many of an account and in all.
 * Safe for use by many threads.
 */
final class UnderWay {
    private final UploadLimits.Together most;
    private final Map<AssetId, Claim> files = new HashMap<>();
    private final Map<AccountId, Integer> ofAccounts = new HashMap<>();
    private int all;

    UnderWay(UploadLimits.Together most) {
        this.most = most;
    }

    /** The right to bring the bytes of an announced file, for as long as they are wanted. */
    static final class Claim {
        private volatile boolean ended;

        boolean isGood() {
            return !ended;
        }
    }

    /** Takes a file for whoever asks first; null for all others. */
    synchronized @Nullable Claim claim(AssetId file) {
        if (files.containsKey(file)) return null;
        var claim = new Claim();
        files.put(file, claim);
        return claim;
    }

    /** Nobody wants the bytes of a file any more. */
    synchronized void end(AssetId file) {
        var claim = files.get(file);
        if (claim != null) claim.ended = true;
    }

    synchronized boolean has(AssetId file) {
        return files.containsKey(file);
    }

    synchronized void disclaim(AssetId file) {
        files.remove(file);
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
