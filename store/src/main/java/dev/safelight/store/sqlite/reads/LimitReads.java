package dev.safelight.store.sqlite.reads;

import dev.safelight.core.access.AccountLimits;
import dev.safelight.core.access.KeyLimits;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.KeyId;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.ledger.SpendLimits;
import dev.safelight.core.tool.EngineName;
import dev.safelight.store.sql.Columns;
import dev.safelight.store.sql.Query;

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
                return row -> new AccountLimits(row.integer(slots), row.integer(weight));
            });
    private static final ReadPool.Question<KeyLimits> KEY =
            ReadPool.Question.named("key-limits", LimitReads::key);
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

    private static Query.Reader<KeyLimits> key(Columns columns) {
        int slots = columns.at("slots");
        int submits = columns.at("submits");
        int reads = columns.at("reads");
        int fiveHours = columns.at("spend_5h");
        int oneDay = columns.at("spend_1d");
        int sevenDays = columns.at("spend_7d");
        return row -> new KeyLimits(
                row.integer(slots),
                row.integer(submits),
                row.integer(reads),
                new SpendLimits(
                        new Credits(row.number(fiveHours)),
                        new Credits(row.number(oneDay)),
                        new Credits(row.number(sevenDays))));
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
