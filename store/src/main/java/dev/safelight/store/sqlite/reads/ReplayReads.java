package dev.safelight.store.sqlite.reads;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.webhook.EndpointId;
import dev.safelight.core.webhook.Replay;
import dev.safelight.store.sql.Columns;
import dev.safelight.store.sql.Query;
import dev.safelight.store.sqlite.rows.Bytes;
import dev.safelight.store.sqlite.rows.Places;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Which endpoints are told again. */
public final class ReplayReads {
    /** Whether more waits than this makes no difference. */
    private static final long ENOUGH = 1_000;

    private static final ReadPool.Question<Replay> REPLAYS =
            ReadPool.Question.named("replays", ReplayReads::replay);

    private final ReadPool pool;

    public ReplayReads(ReadPool pool) {
        this.pool = pool;
    }

    private static Query.Reader<Replay> replay(Columns columns) {
        int account = columns.at("account");
        int id = columns.at("id");
        int at = columns.at("at");
        int until = columns.at("until");
        int waiting = columns.at("waiting");
        return row -> new Replay(
                new AccountId(row.number(account)),
                new EndpointId(Bytes.id(row.bytes(id))),
                Places.of(row.number(at)),
                Places.of(row.number(until)),
                row.number(waiting));
    }

    public CompletableFuture<List<Replay>> underWay() {
        return pool.read(reader -> reader.ask(REPLAYS).bind(ENOUGH).all());
    }
}
