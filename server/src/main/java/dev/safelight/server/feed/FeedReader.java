package dev.safelight.server.feed;

import dev.safelight.core.feed.FeedPage;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.id.PassedCursor;
import dev.safelight.server.feed.Question.Reader;
import dev.safelight.server.http.Problem;
import dev.safelight.server.http.ProblemCode;
import dev.safelight.server.http.Refusal;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
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
    CompletableFuture<Piece> end() {
        return ports.feed().end().thenApply(Piece::silence);
    }

    /**
     * What follows a place now.
     *
     * @param after null for the earliest that is kept
     */
    CompletableFuture<Piece> read(Reader reader, @Nullable Cursor after) {
        return ports.feed().read(reader.account(), after, Piece.ENTRIES).handle((page, fault) -> {
            if (fault != null) throw refused(reader.account(), fault);
            return Piece.of(page, reader.isAdmin(), form);
        });
    }

    /**
     * What follows a place once there is something that the reader may see, or a stretch to look
     * beyond; silence when nothing came until then. Cancel it to wait no more.
     */
    CompletableFuture<Piece> next(Reader reader, Cursor after, Instant until) {
        var piece = new CompletableFuture<Piece>();
        await(reader, after, until, piece);
        return piece;
    }

    private void await(Reader reader, Cursor after, Instant until, CompletableFuture<Piece> piece) {
        var page = ports.followers().next(reader.account(), after, Piece.ENTRIES, until);
        var _ = piece.whenComplete((told, fault) -> page.cancel(false));
        var _ = page.whenComplete((found, fault) -> {
            if (fault != null) piece.completeExceptionally(refused(reader.account(), fault));
            else told(reader, found, until, piece);
        });
    }

    private void told(Reader reader, FeedPage page, Instant until, CompletableFuture<Piece> piece) {
        var told = Piece.of(page, reader.isAdmin(), form);
        boolean isHidden = told.isSilence() && !page.entries().isEmpty();
        if (isHidden) await(reader, told.next(), until, piece);
        else piece.complete(told);
    }

    /** The fault as the caller is told it. */
    private RuntimeException refused(AccountId account, Throwable fault) {
        var cause = fault.getCause();
        if (fault instanceof CompletionException && cause != null) return refused(account, cause);
        if (!(fault instanceof PassedCursor passed)) return new CompletionException(fault);
        return new Refusal(Problem.of(
                        ProblemCode.CURSOR_EXPIRED,
                        "What followed this offset is not kept any more. Go on from the"
                                + " Stream-Next-Offset of this answer, the earliest that is.")
                .with(FeedAnswers.NEXT_OFFSET, offsets.write(account, passed.earliest())));
    }
}
