package dev.safelight.store.sqlite.reads;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.id.Page;
import dev.safelight.core.id.UnknownCursor;
import dev.safelight.core.ledger.LedgerEntry;
import dev.safelight.core.ledger.Posting;
import dev.safelight.store.sql.Columns;
import dev.safelight.store.sql.Query;
import dev.safelight.store.sqlite.rows.Bytes;
import dev.safelight.store.sqlite.rows.Places;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** An account's postings, read back along the chain of its entries. */
public final class PostingReads {
    private static final ReadPool.Question<Place> LAST =
            ReadPool.Question.named("last-posting", columns -> {
                int last = columns.at("last");
                int available = columns.at("available");
                return row -> new Place(row.number(last), row.number(available));
            });
    private static final ReadPool.Question<Line> POSTINGS =
            ReadPool.Question.named("postings", PostingReads::line);

    private static final Page<LedgerEntry> NOTHING = new Page<>(List.of(), null);

    private final ReadPool pool;

    /**
     * Where to read on.
     *
     * @param entry the next entry to show
     * @param available the balance after it, so that a page need not begin at the newest entry
     */
    private record Place(long entry, long available) {
        private static final int DIGITS = 13;
        private static final int RADIX = 36;

        Cursor cursor() {
            String balance = Long.toString(available, RADIX);
            String padded = "0".repeat(DIGITS - balance.length()) + balance;
            return new Cursor(padded + Places.of(entry).text());
        }

        static Place of(Cursor cursor) {
            String text = cursor.text();
            if (text.length() <= DIGITS) throw new UnknownCursor(cursor);
            try {
                long available = Long.parseLong(text.substring(0, DIGITS), RADIX);
                var place = new Place(Places.row(new Cursor(text.substring(DIGITS))), available);
                if (available >= 0 && place.cursor().equals(cursor)) return place;
            } catch (NumberFormatException foreign) {
                // Refused below, like any other text that is none of ours.
            }
            throw new UnknownCursor(cursor);
        }
    }

    /** A row of an entry; {@code previous} is null at the beginning. */
    private record Line(@Nullable Long previous, Posting posting, Instant at) {}

    public PostingReads(ReadPool pool) {
        this.pool = pool;
    }

    public CompletableFuture<Page<LedgerEntry>> list(
            AccountId account, @Nullable Cursor after, int limit) {
        if (after == null)
            return pool.read(reader -> {
                var last = reader.ask(LAST).bind(account.number()).first();
                return last == null ? NOTHING : page(reader, account, last, limit);
            });
        Place place;
        try {
            place = Place.of(after);
        } catch (UnknownCursor foreign) {
            return CompletableFuture.failedFuture(foreign);
        }
        return pool.read(reader -> page(reader, account, place, limit)).thenApply(page -> {
            // A place names an entry of its account's, so something is always there.
            if (page.entries().isEmpty()) throw new UnknownCursor(after);
            return page;
        });
    }

    private static Page<LedgerEntry> page(
            ReadPool.Reader reader, AccountId account, Place from, int limit) {
        var query = reader.ask(POSTINGS).bind(from.entry()).bind(account.number());
        return page(query.bind((long) limit).all(), from.available());
    }

    private static Page<LedgerEntry> page(List<Line> lines, long newest) {
        long available = newest;
        Long next = null;
        var entries = new ArrayList<LedgerEntry>();
        for (var line : lines) {
            entries.add(new LedgerEntry(line.posting(), available, line.at()));
            available -= line.posting().available();
            next = line.previous();
        }
        var place = next == null ? null : new Place(next, available).cursor();
        return new Page<>(List.copyOf(entries), place);
    }

    private static Query.Reader<Line> line(Columns columns) {
        int previous = columns.at("prev");
        int at = columns.at("at");
        var posting = posting(columns);
        return row -> new Line(
                row.numberOrNull(previous),
                posting.read(row),
                Instant.ofEpochMilli(row.number(at)));
    }

    private static Query.Reader<Posting> posting(Columns columns) {
        int task = columns.at("task");
        int kind = columns.at("kind");
        int granted = columns.at("granted");
        int available = columns.at("available");
        int held = columns.at("held");
        int spent = columns.at("spent");
        return row -> {
            byte[] id = row.bytesOrNull(task);
            return new Posting(
                    Posting.Kind.of(row.integer(kind)),
                    id == null ? null : Bytes.id(id),
                    row.number(granted),
                    row.number(available),
                    row.number(held),
                    row.number(spent));
        };
    }
}
