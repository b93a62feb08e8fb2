package dev.safelight.store.sqlite.reads;

import dev.safelight.core.access.SealedSecret;
import dev.safelight.core.account.ApiKey;
import dev.safelight.core.account.KeyHandle;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.id.Page;
import dev.safelight.store.sqlite.rows.Bytes;
import dev.safelight.store.sqlite.rows.KeyColumns;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Keys of an account and of its twin, and what signs for them. */
public final class KeyReads {
    private static final ReadPool.Question<ApiKey> KEY =
            ReadPool.Question.named("key", KeyColumns::over);
    private static final ReadPool.Question<ApiKey> KEYS =
            ReadPool.Question.named("keys", KeyColumns::over);
    private static final ReadPool.Question<SealedSecret> SECRETS =
            ReadPool.Question.named("key-secrets", columns -> {
                int sealed = columns.at("sealed");
                return row -> new SealedSecret(row.text(sealed));
            });
    private static final ReadPool.Question<Boolean> HAVE_SECRETS =
            ReadPool.Question.named("have-secrets", columns -> row -> row.number(1) == 1);

    private final ReadPool pool;

    public KeyReads(ReadPool pool) {
        this.pool = pool;
    }

    public CompletableFuture<Page<ApiKey>> list(
            AccountId account, @Nullable Cursor after, int limit) {
        return Pages.after(
                after,
                below -> pool.read(reader -> {
                    var query =
                            reader.ask(KEYS).bind(account.number()).bind(below).bind(limit + 1L);
                    return Pages.of(
                            query.all(), limit, key -> key.holder().key().number());
                }));
    }

    public CompletableFuture<Optional<ApiKey>> find(AccountId account, KeyHandle key) {
        return pool.read(reader -> Optional.ofNullable(
                reader.ask(KEY).bind(Bytes.of(key.id())).bind(account.number()).first()));
    }

    public CompletableFuture<List<SealedSecret>> secrets(KeyHandle key, Instant now) {
        return pool.read(reader -> reader.ask(SECRETS)
                .bind(Bytes.of(key.id()))
                .bind(now.toEpochMilli())
                .all());
    }

    public CompletableFuture<Boolean> haveSecrets() {
        return pool.read(reader -> reader.ask(HAVE_SECRETS).one());
    }
}
