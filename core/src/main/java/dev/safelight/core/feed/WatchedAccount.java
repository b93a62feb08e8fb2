package dev.safelight.core.feed;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * What is known of an account's log since somebody began to watch it. Each commit that adds to it
 * is noted here before its watchers are woken, by the one thread that tells of commits; asked by
 * any.
 */
final class WatchedAccount {
    final AccountId id;

    /** Changed by {@link QuietStretches} alone, under its lock. */
    final AtomicInteger watchers = new AtomicInteger();

    private volatile @Nullable LatestCommit latest;
    private volatile @Nullable Known known;

    /** Whatever follows the earlier of these places is noted; the later one exists. */
    private record Known(Cursor from, Cursor furthest) {}

    WatchedAccount(AccountId id) {
        this.id = id;
    }

    void note(Cursor before, Cursor after) {
        var one = latest;
        latest = new LatestCommit(one == null ? null : one.after(), before, after);
    }

    /** Changes with every commit that adds to the account. */
    @Nullable
    LatestCommit latest() {
        return latest;
    }

    /** A read that was begun for a watcher found nothing after this place. */
    synchronized void wasReadTo(Cursor place) {
        var before = known;
        if (before == null) known = new Known(place, place);
        else if (isLater(place, before.furthest)) known = new Known(before.from, place);
    }

    /**
     * Whether it is known, without a read, that nothing follows a place.
     *
     * @param end a place that exists, or null when none is known
     */
    boolean isQuietAfter(Cursor place, @Nullable Cursor end) {
        var read = known;
        if (read == null || isLater(read.from, place)) return false;
        boolean isThere = !isLater(place, read.furthest) || (end != null && !isLater(place, end));
        var news = latest;
        return isThere && (news == null || !isLater(news.after(), place));
    }

    /** The place right before what is new, for who is caught up to this one. */
    Cursor beforeNews(Cursor place) {
        var news = latest;
        if (news == null || !isLater(news.before(), place)) return place;
        // When two commits are new, the one before the latest may be anywhere.
        boolean isOneAlone = news.earlier() == null || !isLater(news.earlier(), place);
        return isOneAlone ? news.before() : place;
    }

    /** The same in every run, as its place in sets then is: a seed replays the order of reads. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** As {@link Feed} orders places. */
    static boolean isLater(Cursor one, Cursor other) {
        int length = one.text().length() - other.text().length();
        return length != 0 ? length > 0 : one.text().compareTo(other.text()) > 0;
    }
}
