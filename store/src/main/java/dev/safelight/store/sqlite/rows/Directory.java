package dev.safelight.store.sqlite.rows;

import dev.safelight.core.access.KeyLimits;
import dev.safelight.core.access.Mode;
import dev.safelight.core.access.Principal;
import dev.safelight.core.access.Secrets.Secret;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.KeyId;
import dev.safelight.core.webhook.Interest;
import dev.safelight.store.sql.Columns;
import dev.safelight.store.sql.Db;
import dev.safelight.store.sql.Query;
import dev.safelight.store.sql.SqlFile;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is asked for with every request and changes rarely: keys, endpoints, secrets. Kept
 * in memory; whoever writes a row adds it here only once it is committed. Any thread may look up.
 */
public final class Directory {
    private final Map<String, Principal> byDigest = new ConcurrentHashMap<>();
    private final Map<Long, List<Listener>> listeners = new ConcurrentHashMap<>();
    private final Map<String, List<Secret>> secrets = new ConcurrentHashMap<>();

    /** Whose key this is. */
    public record Key(String digest, Principal principal) {
        private static Query.Reader<Key> over(Columns columns) {
            int number = columns.at("n");
            int account = columns.at("account");
            int digest = columns.at("digest");
            int submits = columns.at("submits");
            int reads = columns.at("reads");
            int mode = columns.at("mode");
            return row -> new Key(
                    row.text(digest),
                    new Principal(
                            new AccountId(row.number(account)),
                            new KeyId(row.number(number)),
                            Mode.of(row.integer(mode)),
                            row.integer(submits),
                            row.integer(reads)));
        }
    }

    /** An active endpoint: its row, and what it is to be told of. */
    public record Listener(long row, long account, Interest interest) {
        static Query.Reader<Listener> over(Columns columns) {
            int row = columns.at("n");
            int account = columns.at("account");
            int key = columns.at("key");
            int events = columns.at("events");
            return at -> {
                Long only = at.numberOrNull(key);
                var interest = Interest.in(
                        only == null ? null : new KeyId(only), Occasions.read(at.text(events)));
                return new Listener(at.number(row), at.number(account), interest);
            };
        }
    }

    private record Purpose(String purpose, Secret secret) {
        static Query.Reader<Purpose> over(Columns columns) {
            int purpose = columns.at("purpose");
            int number = columns.at("number");
            int hex = columns.at("hex");
            return row ->
                    new Purpose(row.text(purpose), new Secret(row.integer(number), row.text(hex)));
        }
    }

    public Directory(Db db, SqlFile sql) {
        db.query(sql.get("read-keys"), Key::over).each(this::learn);
        db.query(sql.get("read-listeners"), Listener::over).each(this::learn);
        db.query(sql.get("read-secrets"), Purpose::over)
                .each(known -> learn(known.purpose(), known.secret()));
    }

    public void learn(Key key) {
        byDigest.put(key.digest(), key.principal());
    }

    /** Its callers may ask for so much a minute from here on. */
    public void limit(KeyId key, KeyLimits limits) {
        byDigest.replaceAll((digest, who) -> who.key().equals(key) ? who.within(limits) : who);
    }

    /** These are all the active endpoints of an account from here on. */
    void learn(long account, List<Listener> active) {
        listeners.put(account, active);
    }

    private void learn(Listener listener) {
        listeners.merge(listener.account(), List.of(listener), Directory::joined);
    }

    private static <T> List<T> joined(List<T> have, List<T> more) {
        var all = new ArrayList<>(have);
        all.addAll(more);
        return List.copyOf(all);
    }

    public void learn(String purpose, Secret secret) {
        secrets.merge(purpose, List.of(secret), (have, more) -> {
            var all = new ArrayList<>(have);
            all.addAll(more);
            all.sort((a, b) -> Integer.compare(b.number(), a.number()));
            return List.copyOf(all);
        });
    }

    public @Nullable Principal find(String digest) {
        return byDigest.get(digest);
    }

    public boolean isEmpty() {
        return byDigest.isEmpty();
    }

    /** The active endpoints of an account, in the order in which they were added. */
    public List<Listener> listeners(long account) {
        return listeners.getOrDefault(account, List.of());
    }

    public List<Secret> secrets(String purpose) {
        return secrets.getOrDefault(purpose, List.of());
    }
}
