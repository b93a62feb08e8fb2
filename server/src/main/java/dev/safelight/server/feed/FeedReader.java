package dev.safelight.server.feed;

import dev.safelight.core.feed.FeedPage;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.id.PassedCursor;
import dev.safelight.server.feed.Question.Reader;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Reads pieces of a feed for one reader at a time, or waits for the next one. */
final class FeedReader {
    private final FeedPorts ports;
    private final EntryJson form;
    private final Offsets offsets;

    FeedReader(FeedPorts ports, EntryJson form, Offsets offsets) {
        this.ports = ports;
        this.form = form;
        this.offsets = offsets;
    }

    /** The place after all that has happened, with nothing in it yet. */
    CompletableFuture<FeedPage> end() {
        return ports.feed().end().thenApply(place -> new FeedPage(List.of(), place, true));
    }

    /**
     * What follows a place now, as the store has it: it comes on the store's threads, which are
     * too few to write pieces too.
     *
     * @param after null for the earliest that is kept
     */
    CompletableFuture<FeedPage> read(Reader reader, @Nullable Cursor after) {
        return ports.feed()
                .read(reader.account(), after, Piece.ENTRIES)
                .exceptionallyCompose(
                        fault -> CompletableFuture.failedFuture(refused(reader.account(), fault)));
    }

    /** As much of a page as one piece takes, as its reader may see it. */
    Piece piece(Reader reader, FeedPage page) {
        return Piece.of(page, reader.isAdmin(), form);
    }

    /**
     * What follows a place once there is something that the reader may see, or a stretch to look
     * beyond; silence when nothing came until then. Cancel it to wait no more.
     */
    CompletableFuture<Piece> next(Reader reader, Cursor after, Instant until) {
        var wait = new Wait(reader, until);
        wait.begin(after);
        return wait.piece;
    }

    /** The fault as the caller is told it. */
    private RuntimeException refused(AccountId account, Throwable fault) {
        var cause = fault.getCause();
        if (fault instanceof CompletionException && cause != null) return refused(account, cause);
        return fault instanceof PassedCursor passed
                ? offsets.passed(account, passed)
                : new CompletionException(fault);
    }

    /** Goes on from page to page until one has something that the reader may see. */
    private final class Wait {
        private final Reader reader;
        private final Instant until;
        private final CompletableFuture<Piece> piece = new CompletableFuture<>();
        private volatile @Nullable CompletableFuture<FeedPage> page;

        private Wait(Reader reader, Instant until) {
            this.reader = reader;
            this.until = until;
            var _ = piece.whenComplete((told, fault) -> cancelPage());
        }

        private void begin(Cursor after) {
            var next = ports.followers().next(reader.account(), after, Piece.ENTRIES, until);
            page = next;
            if (piece.isDone()) cancelPage();
            var _ = next.whenComplete(this::arrived);
        }

        private void arrived(@Nullable FeedPage found, @Nullable Throwable fault) {
            if (found != null) told(found);
            else if (fault != null) piece.completeExceptionally(refused(reader.account(), fault));
        }

        private void told(FeedPage found) {
            var told = piece(reader, found);
            boolean isHidden = told.isSilence() && !found.entries().isEmpty();
            if (isHidden) begin(told.next());
            else piece.complete(told);
        }

        private void cancelPage() {
            var awaited = page;
            if (awaited != null) awaited.cancel(false);
        }
    }
}
