package dev.safelight.store.sqlite.rows;

import dev.safelight.core.access.SealedSecret;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.webhook.Endpoint;
import dev.safelight.core.webhook.EndpointId;
import dev.safelight.core.webhook.NewEndpoint;
import dev.safelight.store.sql.Db;
import dev.safelight.store.sql.Query;
import dev.safelight.store.sql.SqlFile;
import dev.safelight.store.sql.Statement;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** The rows of endpoints and of their secrets. */
public final class EndpointTable {
    private final Query<Long> insert;
    private final Query<Directory.Listener> find;
    private final Statement set;
    private final Statement drop;
    private final Statement insertSecret;
    private final Statement endSecrets;

    public EndpointTable(Db db, SqlFile sql) {
        insert = db.numbers(sql.get("insert-endpoint"));
        find = db.query(sql.get("find-endpoint"), Directory.Listener::over);
        set = db.prepare(sql.get("set-endpoint"));
        drop = db.prepare(sql.get("drop-deliveries"));
        insertSecret = db.prepare(sql.get("insert-endpoint-secret"));
        endSecrets = db.prepare(sql.get("end-endpoint-secrets"));
    }

    /** Adds an active endpoint with its secret. */
    public Directory.Listener insert(NewEndpoint endpoint, Instant now) {
        var wanted = endpoint.subscription();
        long account = wanted.account().number();
        Long key = wanted.key() == null ? null : wanted.key().number();
        insert.bind(Bytes.of(endpoint.id().id())).bind(account).bind(key);
        insert.bind(wanted.url()).bind(wanted.dialect());
        insert.bind(Occasions.write(wanted.events()));
        long row = insert.bind(now.toEpochMilli()).one();
        add(row, endpoint.secret(), now);
        return new Directory.Listener(row, account, wanted.interest());
    }

    private void add(long row, SealedSecret secret, Instant now) {
        insertSecret.bind(row).bind(secret.text()).bind(now.toEpochMilli()).runOne();
    }

    /** An endpoint that is not deleted, whatever its state, or null. */
    public Directory.@Nullable Listener find(AccountId account, EndpointId id) {
        return find.bind(Bytes.of(id.id())).bind(account.number()).first();
    }

    /**
     * Changes its state; what a deleted one was still to be told is dropped. The batch's own
     * deliveries must be written by then.
     */
    public void set(Directory.Listener endpoint, Endpoint.State state) {
        set.bind(state.code()).bind(endpoint.row()).runOne();
        if (state == Endpoint.State.DELETED) drop.bind(endpoint.row()).run();
    }

    /** Signs with another secret; those before end at a moment, unless they end earlier. */
    public void rotate(
            Directory.Listener endpoint, SealedSecret secret, Instant beforeUntil, Instant now) {
        long until = beforeUntil.toEpochMilli();
        endSecrets.bind(until).bind(endpoint.row()).bind(until).run();
        add(endpoint.row(), secret, now);
    }
}
