package dev.safelight.store.sqlite.rows;

import dev.safelight.core.access.KeyDigest;
import dev.safelight.core.access.KeyLimits;
import dev.safelight.core.access.Principal;
import dev.safelight.core.access.Secrets.Secret;
import dev.safelight.core.account.KeyAddress;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.KeyId;
import dev.safelight.core.webhook.EndpointId;
import dev.safelight.core.webhook.Interest;
import dev.safelight.store.sql.Columns;
import dev.safelight.store.sql.Db;
import dev.safelight.store.sql.Query;
import dev.safelight.store.sql.SqlFile;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * What is asked for with every request and changes rarely: keys, endpoints, secrets. Kept
 * in memory; whoever writes a row adds it here only once it is committed. Any thread may look up.
 */
public final class Directory {
    private final Map<KeyDigest, Key> byDigest = new ConcurrentHashMap<>();
    private final List<Consumer<KeyDigest>> ends = new CopyOnWriteArrayList<>();
    private final Map<Long, List<Listener>> listeners = new ConcurrentHashMap<>();
    private final Map<String, List<Secret>> secrets = new ConcurrentHashMap<>();
    private volatile boolean hasAccounts;

    /**
     * A text of a key.
     *
     * @param until when the text dies, or null for the one that is in use
     */
    public record Key(
            KeyDigest digest, Principal principal, @Nullable Instant until) {
        private static Query.Reader<Key> over(Columns columns) {
            var holder = HolderColumns.over(columns);
            int digest = columns.at("digest");
            int until = columns.at("until");
            return row -> {
                Long end = row.numberOrNull(until);
                return new Key(
                        new KeyDigest(row.text(digest)),
                        holder.read(row),
                        end == null ? null : Instant.ofEpochMilli(end));
            };
        }

        private boolean isOf(KeyId key) {
            return principal.key().equals(key);
        }

        private boolean isAlive(Instant now) {
            return until == null || now.isBefore(until);
        }

        private Key until(Instant end) {
            boolean earlier = until != null && until.isBefore(end);
            return earlier ? this : new Key(digest, principal, end);
        }

        private Key of(Principal same) {
            return new Key(digest, same, until);
        }
    }

    /**
     * An active endpoint: its row, and what it is to be told of.
     *
     * @param waited how many deliveries had not ended when it was last enabled
     */
    public record Listener(
            long row,
            EndpointId id,
            long account,
            KeyAddress address,
            Interest interest,
            long waited) {
        public static Query.Reader<Listener> over(Columns columns) {
            int row = columns.at("n");
            int id = columns.at("id");
            int waited = columns.at("waited");
            int account = columns.at("account");
            int key = columns.at("key");
            int url = columns.at("url");
            int dialect = columns.at("dialect");
            int events = columns.at("events");
            return at -> {
                Long only = at.numberOrNull(key);
                var interest = Interest.in(
                        only == null ? null : new KeyId(only), Occasions.read(at.text(events)));
                return new Listener(
                        at.number(row),
                        new EndpointId(Bytes.id(at.bytes(id))),
                        at.number(account),
                        new KeyAddress(at.text(url), at.text(dialect)),
                        interest,
                        at.number(waited));
            };
        }

        /** The same with so many deliveries that it may work off. */
        public Listener waiting(long deliveries) {
            return new Listener(row, id, account, address, interest, deliveries);
        }

        /** The same at another address. */
        public Listener at(KeyAddress other) {
            return new Listener(row, id, account, other, interest, waited);
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
        hasAccounts = db.numbers(sql.get("has-accounts")).first() != null;
        db.query(sql.get("read-keys"), Key::over).each(this::learn);
        db.query(sql.get("read-listeners"), Listener::over).each(this::learn);
        db.query(sql.get("read-secrets"), Purpose::over)
                .each(known -> learn(known.purpose(), known.secret()));
    }

    public void learn(Key key) {
        byDigest.put(key.digest(), key);
    }

    /** An account was opened. */
    public void opened() {
        hasAccounts = true;
    }

    /** The callers of a key may ask for so much a minute from here on, whichever text they send. */
    public void limit(KeyId key, KeyLimits limits) {
        change(key, holder -> holder.within(limits));
    }

    /** A key is called so from here on. */
    public void label(KeyId key, String label) {
        change(key, holder -> holder.labelled(label));
    }

    private void change(KeyId key, UnaryOperator<Principal> change) {
        byDigest.replaceAll(
                (digest, text) -> text.isOf(key) ? text.of(change.apply(text.principal())) : text);
    }

    /** The texts of a key that are known so far go on until a moment at most. */
    public void end(KeyId key, Instant until, Instant now) {
        for (var text : List.copyOf(byDigest.values())) {
            if (!text.isOf(key)) continue;
            var ending = text.until(until);
            if (ending.isAlive(now)) byDigest.put(text.digest(), ending);
            else if (byDigest.remove(text.digest()) != null)
                ends.forEach(told -> told.accept(text.digest()));
        }
    }

    /** Who is told of each text that dies by a commit. */
    public void onEnded(Consumer<KeyDigest> listener) {
        ends.add(listener);
    }

    /** These are all the active endpoints of an account from here on. */
    public void learn(long account, List<Listener> active) {
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

    /** Whom a text stands for at a moment, or null. */
    public @Nullable Principal find(KeyDigest digest, Instant now) {
        var key = byDigest.get(digest);
        return key == null || !key.isAlive(now) ? null : key.principal();
    }

    /** Whether any account was opened, whatever became of its keys. */
    public boolean isEmpty() {
        return !hasAccounts;
    }

    /** The active endpoints of an account, in the order in which they were added. */
    public List<Listener> listeners(long account) {
        return listeners.getOrDefault(account, List.of());
    }

    /** Whether an endpoint of an account is told at an address, as of the last commit. */
    public boolean isActive(AccountId account, EndpointId endpoint, KeyAddress address) {
        for (var listener : listeners(account.number()))
            if (listener.id().equals(endpoint)) return listener.address().equals(address);
        return false;
    }

    public List<Secret> secrets(String purpose) {
        return secrets.getOrDefault(purpose, List.of());
    }
}
