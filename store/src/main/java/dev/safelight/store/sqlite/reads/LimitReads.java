package dev.safelight.store.sqlite.reads;

import dev.safelight.core.access.AccountLimits;
import dev.safelight.core.access.KeyLimits;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.KeyId;
import dev.safelight.core.tool.EngineName;
import dev.safelight.store.sqlite.rows.KeyLimitColumns;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Limits as of the last commit. */
public final class LimitReads {
    private static final ReadPool.Question<AccountLimits> ACCOUNT =
            ReadPool.Question.named("account-limits", columns -> {
                int slots = columns.at("slots");
                int weight = columns.at("weight");
                int storage = columns.at("storage");
                return row -> new AccountLimits(
                        row.integer(slots), row.integer(weight), row.number(storage));
            });
    private static final ReadPool.Question<KeyLimits> KEY =
            ReadPool.Question.named("key-limits", KeyLimitColumns::over);
    private static final ReadPool.Question<Engine> ENGINES =
            ReadPool.Question.named("engine-limits", columns -> {
                int engine = columns.at("engine");
                int slots = columns.at("slots");
                return row -> new Engine(new EngineName(row.text(engine)), row.integer(slots));
            });

    private final ReadPool pool;

    private record Engine(EngineName name, int slots) {}

    public LimitReads(ReadPool pool) {
        this.pool = pool;
    }

    public CompletableFuture<Optional<AccountLimits>> of(AccountId account) {
        return pool.read(reader ->
                Optional.ofNullable(reader.ask(ACCOUNT).bind(account.number()).first()));
    }

    public CompletableFuture<Optional<KeyLimits>> of(KeyId key) {
        return pool.read(
                reader -> Optional.ofNullable(reader.ask(KEY).bind(key.number()).first()));
    }

    /** By name. */
    public CompletableFuture<Map<EngineName, Integer>> engines() {
        return pool.read(reader -> {
            var slots = new LinkedHashMap<EngineName, Integer>();
            reader.ask(ENGINES).each(engine -> slots.put(engine.name(), engine.slots()));
            return slots;
        });
    }
}
