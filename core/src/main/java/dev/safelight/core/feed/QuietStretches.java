package dev.safelight.core.feed;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.task.Appended;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.ConcurrentHashMap;

/**
 * Where the log of all accounts has nothing of those that are watched: whoever follows one of them
 * is spared the rows that others added. Nothing is noted of other accounts, since a watcher reads
 * after it has begun to watch. Noted by the one thread that tells of commits, in their order; asked
 * by any.
 */
final class QuietStretches {
    private final ConcurrentHashMap<AccountId, WatchedAccount> watched = new ConcurrentHashMap<>();

    /** Written after what the commit says of its accounts, and read before it. */
    private volatile @Nullable Cursor end;

    /** From here on what is added to the account is noted. */
    WatchedAccount watch(AccountId account) {
        return watched.compute(account, (id, known) -> {
            var one = known == null ? new WatchedAccount(id) : known;
            one.watchers.incrementAndGet();
            return one;
        });
    }

    /** Ends one watch; what was noted stays until it is swept, for who comes again at once. */
    void leave(WatchedAccount account) {
        watched.computeIfPresent(account.id, (id, known) -> {
            if (known == account) known.watchers.decrementAndGet();
            return known;
        });
    }

    /** Drops what was noted of accounts that nobody watches. */
    void sweep() {
        for (var account : watched.values())
            if (account.watchers.get() == 0)
                watched.computeIfPresent(
                        account.id, (id, known) -> known.watchers.get() == 0 ? null : known);
    }

    int size() {
        return watched.size();
    }

    void note(Appended news) {
        if (watched.isEmpty()) return;
        for (var id : news.accounts()) {
            var account = watched.get(id);
            if (account != null) account.note(news.before(), news.after());
        }
        end = news.after();
    }

    /** Whether it is known, without a read, that nothing follows a place. */
    boolean isQuietAfter(WatchedAccount account, Cursor place) {
        Cursor known = end;
        return account.isQuietAfter(place, known);
    }

    /** The last place up to which nothing follows this one, for who is caught up to it. */
    Cursor end(WatchedAccount account, Cursor place) {
        Cursor known = end;
        var news = account.latest();
        if (known == null || (news != null && WatchedAccount.isLater(news.after(), place)))
            return place;
        return WatchedAccount.isLater(known, place) ? known : place;
    }
}
