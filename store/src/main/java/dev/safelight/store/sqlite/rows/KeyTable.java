package dev.safelight.store.sqlite.rows;

import dev.safelight.core.access.KeyLimits;
import dev.safelight.core.access.KeyText;
import dev.safelight.core.access.Scope;
import dev.safelight.core.access.SealedSecret;
import dev.safelight.core.account.Actor;
import dev.safelight.core.account.ApiKey;
import dev.safelight.core.account.KeyHandle;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.KeyId;
import dev.safelight.store.sql.Columns;
import dev.safelight.store.sql.Db;
import dev.safelight.store.sql.Query;
import dev.safelight.store.sql.SqlFile;
import dev.safelight.store.sql.Statement;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The rows of keys, of their earlier texts and of their webhook secrets. */
public final class KeyTable {
    private final Query<Long> insert;
    private final Query<ApiKey> find;
    private final Query<ApiKey> anywhere;
    private final Query<ApiKey> read;
    private final Query<Long> operator;
    private final Query<Long> has;
    private final Query<Long> count;
    private final Statement label;
    private final Statement revoke;
    private final Exchange exchange;
    private final Sealed sealed;

    /** What a key is to be called and may do. */
    public record Wanted(
            KeyHandle handle, String label, KeyText text, Set<Scope> scopes, KeyLimits limits) {}

    public KeyTable(Db db, SqlFile sql) {
        insert = db.numbers(sql.get("insert-key"));
        find = db.query(sql.get("find-key"), KeyColumns::over);
        anywhere = db.query(sql.get("find-key-anywhere"), KeyColumns::over);
        read = db.query(sql.get("read-key"), KeyColumns::over);
        operator = db.numbers(sql.get("other-operator"));
        has = db.numbers(sql.get("has-key"));
        count = db.numbers(sql.get("count-keys"));
        label = db.prepare(sql.get("label-key"));
        revoke = db.prepare(sql.get("revoke-key"));
        exchange = new Exchange(db, sql);
        sealed = new Sealed(db, sql);
    }

    public KeyId insert(AccountId account, Wanted key, Instant now) {
        var limits = key.limits();
        insert.bind(Bytes.of(key.handle().id())).bind(account.number());
        insert.bind(key.text().digest().hex()).bind(key.text().hint()).bind(key.label());
        insert.bind(Scope.write(key.scopes())).bind((long) limits.slots());
        insert.bind((long) limits.submitsPerMinute()).bind((long) limits.readsPerMinute());
        return new KeyId(insert.bind(now.toEpochMilli()).one());
    }

    /** A key of the account or of its twin, revoked or not, or null. */
    public @Nullable ApiKey find(AccountId account, KeyHandle handle) {
        return find.bind(Bytes.of(handle.id())).bind(account.number()).first();
    }

    /** A key of whatever account, or null. */
    public @Nullable ApiKey find(KeyHandle handle) {
        return anywhere.bind(Bytes.of(handle.id())).first();
    }

    /** A key by its row, or null for whoever has none. */
    public @Nullable ApiKey find(KeyId key) {
        return read.bind(key.number()).first();
    }

    /** Whether another key that is not revoked is an operator's. */
    public boolean hasOperatorBeside(KeyId key) {
        return operator.bind(key.number()).first() != null;
    }

    /** Whether a key is not revoked as of this point of the batch. */
    public boolean isActive(KeyId key) {
        return key.equals(Actor.NO_KEY) || has.bind(key.number()).first() != null;
    }

    /** How many keys of an account are not revoked. */
    public long count(AccountId account) {
        return count.bind(account.number()).one();
    }

    /** How many texts of a key go on beside the one in use. */
    public long earlierTexts(KeyId key, Instant now) {
        return exchange.count.bind(key.number()).bind(now.toEpochMilli()).one();
    }

    public void label(KeyId key, String text) {
        label.bind(text).bind(key.number()).runOne();
    }

    public void revoke(KeyId key, Instant now) {
        revoke.bind(now.toEpochMilli()).bind(key.number()).runOne();
    }

    /** Gives a key another text; those before end at a moment, unless they end earlier. */
    public void rotate(KeyId key, KeyText text, Instant until, Instant now) {
        exchange.run(key.number(), text, until.toEpochMilli(), now.toEpochMilli());
    }

    /** What signs for a key at a moment, the newest first. */
    public List<SealedSecret> secrets(KeyId key, Instant now) {
        return sealed.read.bind(key.number()).bind(now.toEpochMilli()).all();
    }

    /** Signs with another secret; those before end at a moment, unless they end earlier. */
    public void rotate(KeyId key, SealedSecret secret, Instant until, Instant now) {
        sealed.end.bind(key.number()).bind(until.toEpochMilli()).run();
        add(key, secret, now);
    }

    /** A key's first secret. */
    public void add(KeyId key, SealedSecret secret, Instant now) {
        sealed.insert
                .bind(key.number())
                .bind(secret.text())
                .bind(now.toEpochMilli())
                .runOne();
    }

    private record Exchange(
            Query<Long> count, Statement keep, Statement shorten, Statement drop, Statement write) {
        Exchange(Db db, SqlFile sql) {
            this(
                    db.numbers(sql.get("count-texts")),
                    db.prepare(sql.get("keep-text")),
                    db.prepare(sql.get("shorten-texts")),
                    db.prepare(sql.get("drop-texts")),
                    db.prepare(sql.get("rotate-key")));
        }

        void run(long key, KeyText text, long until, long now) {
            keep.bind(key).bind(until).runOne();
            shorten.bind(key).bind(until).run();
            drop.bind(key).bind(now).run();
            write.bind(text.digest().hex())
                    .bind(text.hint())
                    .bind(now)
                    .bind(key)
                    .runOne();
        }
    }

    private record Sealed(Statement insert, Statement end, Query<SealedSecret> read) {
        Sealed(Db db, SqlFile sql) {
            this(
                    db.prepare(sql.get("insert-key-secret")),
                    db.prepare(sql.get("end-key-secrets")),
                    db.query(sql.get("read-key-secrets"), Sealed::over));
        }

        private static Query.Reader<SealedSecret> over(Columns columns) {
            int text = columns.at("sealed");
            return row -> new SealedSecret(row.text(text));
        }
    }
}
