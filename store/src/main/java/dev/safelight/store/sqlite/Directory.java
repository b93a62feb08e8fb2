package dev.safelight.store.sqlite;

import dev.safelight.core.access.Mode;
import dev.safelight.core.access.Principal;
import dev.safelight.core.access.Secrets.Secret;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.KeyId;
import dev.safelight.store.sql.Db;
import dev.safelight.store.sql.SqlFile;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What is asked for with every request and changes rarely: keys, limits, endpoints, secrets. Kept
 * in memory; written by errands, which add to it only once they are committed. Any thread may look
 * up.
 */
final class Directory {
    private final Map<String, Principal> byDigest = new ConcurrentHashMap<>();
    private final Map<Long, Integer> keySlots = new ConcurrentHashMap<>();
    private final Map<Long, AccountTerms> accounts = new ConcurrentHashMap<>();
    private final Map<Long, List<Endpoint>> endpoints = new ConcurrentHashMap<>();
    private final Map<String, List<Secret>> secrets = new ConcurrentHashMap<>();

    /** An account's share of the machine. */
    record AccountTerms(int slots, double weight) {}

    /** Who wants to be told; all keys when {@code key} is null. */
    record Endpoint(long number, @Nullable Long key) {}

    Directory(Db db, SqlFile sql) {
        db.prepare(sql.get("read-accounts")).each(row -> {
            long number = row.number();
            row.number();
            learn(number, new AccountTerms(row.integer(), row.number()));
        });
        db.prepare(sql.get("read-keys")).each(row -> {
            var key = new KeyId(row.number());
            var account = new AccountId(row.number());
            String digest = row.text();
            int slots = row.integer();
            int submits = row.integer();
            int reads = row.integer();
            var mode = Mode.of(row.integer());
            learn(digest, new Principal(account, key, mode, submits, reads), slots);
        });
        db.prepare(sql.get("read-endpoints"))
                .each(row -> learn(row.number(), row.number(), row.numberOrNull()));
        db.prepare(sql.get("read-secrets"))
                .each(row -> learn(row.text(), new Secret(row.integer(), row.text())));
    }

    void learn(long account, AccountTerms terms) {
        accounts.put(account, terms);
    }

    void learn(String digest, Principal principal, int slots) {
        byDigest.put(digest, principal);
        keySlots.put(principal.key().number(), slots);
    }

    void learn(long endpoint, long account, @Nullable Long key) {
        endpoints
                .computeIfAbsent(account, a -> new CopyOnWriteArrayList<>())
                .add(new Endpoint(endpoint, key));
    }

    void learn(String purpose, Secret secret) {
        secrets.merge(purpose, List.of(secret), (have, more) -> {
            var all = new ArrayList<>(have);
            all.addAll(more);
            all.sort((a, b) -> Integer.compare(b.number(), a.number()));
            return List.copyOf(all);
        });
    }

    @Nullable
    Principal find(String digest) {
        return byDigest.get(digest);
    }

    boolean isEmpty() {
        return byDigest.isEmpty();
    }

    Account account(long number) {
        var terms = accounts.get(number);
        if (terms == null) throw new IllegalStateException("no account " + number);
        return new Account(number, terms.slots(), terms.weight());
    }

    Slots key(long number) {
        Integer slots = keySlots.get(number);
        // Revoked keys are not read from the rows: what they still have going has no limit.
        return new Slots(slots == null ? 0 : slots);
    }

    List<Endpoint> endpoints(long account) {
        return endpoints.getOrDefault(account, List.of());
    }

    List<Secret> secrets(String purpose) {
        return secrets.getOrDefault(purpose, List.of());
    }
}
