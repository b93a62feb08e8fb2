package dev.safelight.store.sqlite.telling;

import dev.safelight.core.access.SealedSecret;
import dev.safelight.core.account.KeyAddress;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.KeyId;
import dev.safelight.core.webhook.DisableReason;
import dev.safelight.core.webhook.EndpointId;
import dev.safelight.core.webhook.Subscription;
import dev.safelight.store.sql.Db;
import dev.safelight.store.sql.Query;
import dev.safelight.store.sql.SqlFile;
import dev.safelight.store.sql.Statement;
import dev.safelight.store.sqlite.rows.Bytes;
import dev.safelight.store.sqlite.rows.Directory.Listener;
import dev.safelight.store.sqlite.rows.Occasions;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** The rows of endpoints and of their secrets. */
final class EndpointTable {
    private final Query<Long> insert;
    private final Query<EndpointRow> find;
    private final Query<EndpointRow> read;
    private final Query<EndpointRow> ofKey;
    private final Query<Long> count;
    private final Query<Long> deleted;
    private final Statement set;
    private final Statement enable;
    private final Statement fail;
    private final Statement move;
    private final Statement insertSecret;
    private final Statement endSecrets;

    EndpointTable(Db db, SqlFile sql) {
        insert = db.numbers(sql.get("insert-endpoint"));
        find = db.query(sql.get("find-endpoint"), EndpointRow::over);
        read = db.query(sql.get("read-endpoint"), EndpointRow::over);
        ofKey = db.query(sql.get("find-endpoint-of-key"), EndpointRow::over);
        deleted = db.numbers(sql.get("deleted-endpoint"));
        count = db.numbers(sql.get("count-endpoints"));
        set = db.prepare(sql.get("set-endpoint"));
        enable = db.prepare(sql.get("enable-endpoint"));
        fail = db.prepare(sql.get("fail-endpoint"));
        move = db.prepare(sql.get("move-endpoint"));
        insertSecret = db.prepare(sql.get("insert-endpoint-secret"));
        endSecrets = db.prepare(sql.get("end-endpoint-secrets"));
    }

    /** Adds an active endpoint. */
    Listener insert(EndpointId id, Subscription wanted, Instant now) {
        long account = wanted.account().number();
        Long key = wanted.key() == null ? null : (Long) wanted.key().number();
        insert.bind(Bytes.of(id.id())).bind(account).bind(key);
        insert.bind(wanted.url()).bind(wanted.dialect());
        insert.bind(Occasions.write(wanted.events())).bind(wanted.description());
        long row = insert.bind(now.toEpochMilli()).one();
        var address = new KeyAddress(wanted.url(), wanted.dialect());
        return new Listener(row, id, account, address, wanted.interest(), 0);
    }

    /** A secret to sign with, beside those before. */
    void add(long row, SealedSecret secret, Instant now) {
        insertSecret.bind(row).bind(secret.text()).bind(now.toEpochMilli()).runOne();
    }

    /** An endpoint that is not deleted, whatever its state, or null. */
    @Nullable
    EndpointRow find(AccountId account, EndpointId id) {
        return find.bind(Bytes.of(id.id())).bind(account.number()).first();
    }

    /** The same by its row. */
    @Nullable
    EndpointRow find(long row) {
        return read.bind(row).first();
    }

    /** Where a key's tasks are told, or null. */
    @Nullable
    EndpointRow ofKey(KeyId key) {
        return ofKey.bind(key.number()).first();
    }

    /** The row of one that is deleted, or null. */
    @Nullable
    Long deleted(EndpointId id) {
        return deleted.bind(Bytes.of(id.id())).first();
    }

    /** How many an account has, without those of its keys. */
    long count(AccountId account) {
        return count.bind(account.number()).one();
    }

    void disable(long row, DisableReason reason) {
        set.bind(1L).bind((long) reason.code()).bind(row).runOne();
    }

    void delete(long row) {
        set.bind(2L).bindNull().bind(row).runOne();
    }

    /**
     * Is told again.
     *
     * @param waited how many deliveries have not ended
     */
    void enable(long row, long waited) {
        enable.bind(waited).bind(row).runOne();
    }

    /** Since when every attempt has failed, or null. */
    void fail(long row, @Nullable Instant since) {
        fail.bind(since == null ? null : (Long) since.toEpochMilli()).bind(row).runOne();
    }

    /** Is told at another address, of which it is not known that it fails. */
    void move(Listener endpoint) {
        var address = endpoint.address();
        move.bind(address.url()).bind(address.dialect()).bind(endpoint.row()).runOne();
    }

    /** Signs with another secret; those before end at a moment, unless they end earlier. */
    void rotate(long row, SealedSecret secret, Instant beforeUntil, Instant now) {
        long until = beforeUntil.toEpochMilli();
        endSecrets.bind(until).bind(row).bind(until).run();
        add(row, secret, now);
    }
}
