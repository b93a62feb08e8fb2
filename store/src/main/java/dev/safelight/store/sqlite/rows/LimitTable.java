package dev.safelight.store.sqlite.rows;

import dev.safelight.core.access.AccountLimits;
import dev.safelight.core.access.KeyLimits;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.KeyId;
import dev.safelight.core.tool.EngineName;
import dev.safelight.store.schedule.AccountShare;
import dev.safelight.store.schedule.SlotLimits;
import dev.safelight.store.sql.Columns;
import dev.safelight.store.sql.Db;
import dev.safelight.store.sql.Query;
import dev.safelight.store.sql.SqlFile;
import dev.safelight.store.sql.Statement;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;

/**
 * The limits of accounts, keys and engines as the open batch sees them, all in memory: a task that
 * comes alone asks for them. Read anew with the connection, and when a batch that changed one has
 * failed. Confined to the writer thread.
 */
public final class LimitTable implements SlotLimits {
    private final Map<Long, AccountShare> accounts = new HashMap<>();
    private final Map<Long, Key> keys = new HashMap<>();
    private final Map<EngineName, Integer> engines = new HashMap<>();
    private final Query<Account> readAccounts;
    private final Query<Key> readKeys;
    private final Query<Engine> readEngines;
    private final Statement writeAccount;
    private final Statement writeKey;
    private final Statement writeEngine;

    /** Whether the open batch has changed something. */
    private boolean isChanged;

    private record Account(long number, AccountShare share) {
        static Query.Reader<Account> over(Columns columns) {
            int number = columns.at("n");
            int slots = columns.at("slots");
            int weight = columns.at("weight");
            return row -> new Account(
                    row.number(number), new AccountShare(row.integer(slots), row.number(weight)));
        }
    }

    private record Key(long number, long account, int slots) {
        static Query.Reader<Key> over(Columns columns) {
            int number = columns.at("n");
            int account = columns.at("account");
            int slots = columns.at("slots");
            return row -> new Key(row.number(number), row.number(account), row.integer(slots));
        }
    }

    private record Engine(EngineName name, int slots) {
        static Query.Reader<Engine> over(Columns columns) {
            int engine = columns.at("engine");
            int slots = columns.at("slots");
            return row -> new Engine(new EngineName(row.text(engine)), row.integer(slots));
        }
    }

    public LimitTable(Db db, SqlFile sql) {
        readAccounts = db.query(sql.get("read-account-limits"), Account::over);
        readKeys = db.query(sql.get("read-key-slots"), Key::over);
        readEngines = db.query(sql.get("read-engine-limits"), Engine::over);
        writeAccount = db.prepare(sql.get("limit-account"));
        writeKey = db.prepare(sql.get("limit-key"));
        writeEngine = db.prepare(sql.get("limit-engine"));
        load();
    }

    private void load() {
        accounts.clear();
        keys.clear();
        engines.clear();
        readAccounts.each(account -> accounts.put(account.number(), account.share()));
        readKeys.each(key -> keys.put(key.number(), key));
        readEngines.each(engine -> engines.put(engine.name(), engine.slots()));
    }

    @Override
    public AccountShare share(long account) {
        var share = accounts.get(account);
        if (share == null) throw new IllegalStateException("no account " + account);
        return share;
    }

    @Override
    public int keySlots(long key) {
        // Keys that were revoked before the start are not read: what they have going has no limit.
        var known = keys.get(key);
        return known == null ? 0 : known.slots();
    }

    @Override
    public int engineSlots(EngineName engine) {
        return engines.getOrDefault(engine, 0);
    }

    /** Whose key it is, or null for none. */
    public @Nullable Long accountOf(KeyId key) {
        var known = keys.get(key.number());
        return known == null ? null : known.account();
    }

    /** The batch opened an account; its row has its limits. */
    public void opened(AccountId account, AccountLimits limits) {
        isChanged = true;
        accounts.put(account.number(), new AccountShare(limits.slots(), limits.weight()));
    }

    /** The batch added a key; its row has its slots. */
    public void added(AccountId account, KeyId key, int slots) {
        isChanged = true;
        keys.put(key.number(), new Key(key.number(), account.number(), slots));
    }

    /** Whether there is such an account: it has these limits then. */
    public boolean set(AccountId account, AccountLimits limits) {
        if (!accounts.containsKey(account.number())) return false;
        writeAccount
                .bind(limits.slots())
                .bind(limits.weight())
                .bind(limits.storageBytes())
                .bind(account.number())
                .runOne();
        opened(account, limits);
        return true;
    }

    /** Whether the key is not revoked: it has these limits then. */
    public boolean set(AccountId account, KeyId key, KeyLimits limits) {
        var spend = limits.spend();
        int changed = writeKey.bind(limits.slots())
                .bind(limits.submitsPerMinute())
                .bind(limits.readsPerMinute())
                .bind(spend.fiveHours().amount())
                .bind(spend.oneDay().amount())
                .bind(spend.sevenDays().amount())
                .bind(key.number())
                .run();
        if (changed == 0) return false;
        added(account, key, limits.slots());
        return true;
    }

    public void set(EngineName engine, int slots) {
        writeEngine.bind(engine.text()).bind(slots).run();
        isChanged = true;
        engines.put(engine, slots);
    }

    /** A batch begins: what the one before changed is on disk. */
    public void begin() {
        isChanged = false;
    }

    /** The batch was taken back. */
    public void undo() {
        if (isChanged) load();
    }
}
