package dev.safelight.store.sqlite;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.id.PassedCursor;
import dev.safelight.core.id.UnknownCursor;
import dev.safelight.core.webhook.EndpointId;
import dev.safelight.core.webhook.Replay;
import dev.safelight.core.webhook.ReplayQueue;
import dev.safelight.store.sqlite.reads.ReplayReads;
import dev.safelight.store.sqlite.rows.Places;
import dev.safelight.store.sqlite.telling.ReplayDecider;
import dev.safelight.store.sqlite.writer.Transaction;
import dev.safelight.store.sqlite.writer.Writer;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Replays: a row for each endpoint that is told again, moved with what it was told. */
final class SqliteReplays implements ReplayQueue {
    private final Writer writer;
    private final ReplayReads reads;

    SqliteReplays(Writer writer, ReplayReads reads) {
        this.writer = writer;
        this.reads = reads;
    }

    @Override
    public CompletableFuture<Boolean> begin(
            AccountId account, EndpointId endpoint, @Nullable Cursor after) {
        return Places.at(
                after,
                change -> writer.rare(tx -> {
                            var wanted = after == null ? null : (Long) change;
                            return decider(tx).begin(account, endpoint, wanted, tx.lastChange());
                        })
                        .thenCompose(begun -> told(begun, after)));
    }

    private static CompletableFuture<Boolean> told(
            ReplayDecider.Begun begun, @Nullable Cursor after) {
        return switch (begun) {
            case ReplayDecider.Begun.Begins() -> CompletableFuture.completedFuture(true);
            case ReplayDecider.Begun.Absent() -> CompletableFuture.completedFuture(false);
            case ReplayDecider.Begun.Passed(long earliest) ->
                CompletableFuture.failedFuture(new PassedCursor(Places.of(earliest)));
            case ReplayDecider.Begun.BeyondEnd() ->
                CompletableFuture.failedFuture(
                        new UnknownCursor(after == null ? Places.of(0) : after));
        };
    }

    private static ReplayDecider decider(Transaction tx) {
        return new ReplayDecider(tx.telling(), tx.now());
    }

    @Override
    public CompletableFuture<List<Replay>> underWay() {
        return reads.underWay();
    }

    @Override
    public CompletableFuture<Void> carryOn(Replay replay, List<Told> told, Cursor next) {
        var page = new ReplayDecider.Page(
                replay.account(),
                replay.endpoint(),
                Places.row(replay.at()),
                Math.min(Places.row(next), Places.row(replay.until())));
        return writer.rare(tx -> {
                    var decider = decider(tx);
                    var endpoint = decider.carryOn(page);
                    if (endpoint == null) return false;
                    for (var entry : told) {
                        long change = Places.row(entry.entry());
                        if (change <= page.to()) decider.tell(endpoint, change, entry.occasion());
                    }
                    return true;
                })
                .thenAccept(moved -> {});
    }
}
