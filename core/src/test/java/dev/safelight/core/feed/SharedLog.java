package dev.safelight.core.feed;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.task.Appended;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** The log of all accounts in memory: places are numbers in it, and reads are counted. */
final class SharedLog implements Feed {
    private final List<AccountId> entries = new ArrayList<>();

    /** From where was read. */
    final List<String> reads = new ArrayList<>();

    boolean isBroken;

    /** Reads are answered when {@link #answer} is called. */
    boolean isSlow;

    private final List<Runnable> owed = new ArrayList<>();

    /** It is on disk that an entry was added to each of these, in one commit. */
    Appended happens(AccountId... accounts) {
        var before = place(entries.size());
        entries.addAll(List.of(accounts));
        return new Appended(Set.of(accounts), before, place(entries.size()));
    }

    /** The places of all entries of an account. */
    List<String> places(AccountId account) {
        return page(account, 0, Integer.MAX_VALUE).entries().stream()
                .map(entry -> entry.cursor().text())
                .toList();
    }

    static Cursor place(int entry) {
        return new Cursor(Integer.toString(entry, 36));
    }

    void answer() {
        var now = List.copyOf(owed);
        owed.clear();
        now.forEach(Runnable::run);
    }

    @Override
    public CompletableFuture<FeedPage> read(AccountId account, @Nullable Cursor after, int limit) {
        String from = after == null ? "0" : after.text();
        reads.add(from);
        if (isBroken) return CompletableFuture.failedFuture(new IllegalStateException("broken"));
        var page = page(account, Integer.parseInt(from, 36), limit);
        if (!isSlow) return CompletableFuture.completedFuture(page);
        var later = new CompletableFuture<FeedPage>();
        owed.add(() -> later.complete(page));
        return later;
    }

    private FeedPage page(AccountId account, int from, int limit) {
        var found = new ArrayList<FeedEntry>();
        for (int i = from; i < entries.size() && found.size() < limit; i++) {
            if (!entries.get(i).equals(account)) continue;
            var event = new FeedEvent.Granted(new Credits(i));
            found.add(new FeedEntry(place(i + 1), Instant.EPOCH, event));
        }
        boolean isFull = found.size() == limit;
        var next = isFull ? found.getLast().cursor() : place(entries.size());
        return new FeedPage(found, next, !isFull);
    }

    /** All entries are of one moment. */
    @Override
    public CompletableFuture<Cursor> before(Instant moment) {
        return CompletableFuture.completedFuture(
                place(moment.isAfter(Instant.EPOCH) ? entries.size() : 0));
    }

    @Override
    public CompletableFuture<Cursor> end() {
        return CompletableFuture.completedFuture(place(entries.size()));
    }
}
