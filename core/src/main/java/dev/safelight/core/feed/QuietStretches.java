package dev.safelight.core.feed;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.task.Appended;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where the log of all accounts has nothing of one account, as far as its followers need to know:
 * whoever has read up to a place and follows since is spared the rows that others added. Noted by
 * the one thread that tells of commits, in their order; asked by any.
 */
final class QuietStretches {
    private final Map<AccountId, Latest> latest = new ConcurrentHashMap<>();

    /** Written after what the commit says of its accounts, and read before it. */
    private volatile @Nullable Cursor end;

    /**
     * The latest commit that added to an account.
     *
     * @param earlier the place after the one before it, or null when none was noted
     */
    private record Latest(@Nullable Cursor earlier, Cursor before, Cursor after) {}

    void note(Appended news) {
        for (var account : news.accounts())
            latest.compute(
                    account,
                    (who, known) -> new Latest(
                            known == null ? null : known.after, news.before(), news.after()));
        end = news.after();
    }

    /** Nobody follows, so nobody need be spared anything. */
    void forget() {
        latest.clear();
        end = null;
    }

    /** The last place up to which nothing follows this one, for who is caught up to it. */
    Cursor end(AccountId account, Cursor place) {
        Cursor known = end;
        var news = latest.get(account);
        if (known == null || (news != null && isLater(news.after, place))) return place;
        return isLater(known, place) ? known : place;
    }

    /** The place right before what is new, for who is caught up to this one. */
    Cursor beforeNews(AccountId account, Cursor place) {
        var news = latest.get(account);
        if (news == null || !isLater(news.before, place)) return place;
        // When two commits are new, the one before the latest may be anywhere.
        boolean isOneAlone = news.earlier == null || !isLater(news.earlier, place);
        return isOneAlone ? news.before : place;
    }

    /** As {@link Feed} orders places. */
    static boolean isLater(Cursor one, Cursor other) {
        int length = one.text().length() - other.text().length();
        return length != 0 ? length > 0 : one.text().compareTo(other.text()) > 0;
    }
}
