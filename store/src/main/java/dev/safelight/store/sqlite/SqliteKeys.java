package dev.safelight.store.sqlite;

import dev.safelight.core.access.KeyLimits;
import dev.safelight.core.access.KeyText;
import dev.safelight.core.access.Scope;
import dev.safelight.core.access.SealedSecret;
import dev.safelight.core.account.Account;
import dev.safelight.core.account.AccountHandle;
import dev.safelight.core.account.ActRefusal;
import dev.safelight.core.account.ActVerdict;
import dev.safelight.core.account.Actor;
import dev.safelight.core.account.ApiKey;
import dev.safelight.core.account.KeyAddress;
import dev.safelight.core.account.KeyHandle;
import dev.safelight.core.account.KeyRules;
import dev.safelight.core.account.Keys;
import dev.safelight.core.account.NewApiKey;
import dev.safelight.core.account.Sealing;
import dev.safelight.core.audit.AuditAction;
import dev.safelight.core.feed.FeedJson;
import dev.safelight.core.feed.Subject;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.id.Page;
import dev.safelight.core.ledger.Credits;
import dev.safelight.store.sqlite.Acts.Decided;
import dev.safelight.store.sqlite.reads.KeyReads;
import dev.safelight.store.sqlite.rows.Directory;
import dev.safelight.store.sqlite.rows.KeyTable;
import dev.safelight.store.sqlite.writer.Transaction;
import dev.safelight.store.sqlite.writer.Writer;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;

/** Keys: changed within batches by core's rules; the directory follows each commit. */
final class SqliteKeys implements Keys {
    private final Writer writer;
    private final Acts acts;
    private final KeyReads reads;
    private final Directory directory;
    private final Openings openings;

    SqliteKeys(Writer writer, KeyReads reads, Directory directory, Openings openings) {
        this.writer = writer;
        this.acts = new Acts(writer);
        this.reads = reads;
        this.directory = directory;
        this.openings = openings;
    }

    @Override
    public CompletableFuture<ActVerdict<ApiKey>> add(Actor by, AccountId account, NewApiKey key) {
        return acts.decide(by, AuditAction.KEY_CREATE, tx -> {
            return add(tx, by, tx.accounts().read(account), key);
        });
    }

    @Override
    public CompletableFuture<ActVerdict<ApiKey>> add(
            Actor by, AccountHandle account, NewApiKey key) {
        return acts.decide(by, AuditAction.KEY_CREATE, tx -> {
            var asked = tx.accounts().find(account);
            return asked == null
                    ? Decided.refused(ActRefusal.ABSENT, by, "")
                    : add(tx, by, asked, key);
        });
    }

    private Decided<ApiKey> add(Transaction tx, Actor by, Account asked, NewApiKey key) {
        var refusal = KeyRules.add(by.who(), asked.mode(), key);
        if (refusal != null) return Decided.refused(refusal, by, "");
        var owner = owner(tx, by, asked, key);
        if (tx.keys().count(owner.number()) >= KeyRules.MOST_KEYS)
            return Decided.refused(ActRefusal.TOO_MANY, by, "");
        var added = add(tx, owner, key, limits(tx, by, key));
        return Decided.done(added, asked.number(), added.handle());
    }

    /** As they are now: the actor's own may have been lowered since the call was let in. */
    private static KeyLimits limits(Transaction tx, Actor by, NewApiKey key) {
        var wanted = key.start().limits();
        var own = tx.keys().find(by.who().key());
        return own == null ? wanted : KeyRules.limits(by.who(), own.limits(), wanted);
    }

    private ApiKey add(Transaction tx, Account owner, NewApiKey key, KeyLimits limits) {
        var handle = openings.handle(tx, owner.number());
        var wanted = new KeyTable.Wanted(handle, key.label(), key.text(), key.scopes(), limits);
        var added = openings.key(tx, owner, wanted);
        var number = added.holder().key();
        tx.keys().add(number, key.webhook().secret().seal(handle), tx.now());
        var address = key.webhook().address();
        if (address != null) tell(tx, added, address);
        return added;
    }

    private void tell(Transaction tx, ApiKey key, KeyAddress address) {
        var account = key.holder().account();
        var fresh = openings.endpoint(tx, account);
        SqliteEndpoints.decider(tx).tell(account, key.holder().key(), address, fresh);
    }

    @Override
    public CompletableFuture<ActVerdict<ApiKey>> tell(
            Actor by, KeyHandle key, @Nullable KeyAddress address) {
        return change(by, AuditAction.KEY_WEBHOOK, key, (tx, found) -> {
            var refusal = KeyRules.tell(by.who(), found, address);
            if (refusal != null) return refusal;
            if (address != null) tell(tx, found, address);
            else tellNobody(tx, found);
            return null;
        });
    }

    private void tellNobody(Transaction tx, ApiKey key) {
        var deleted = SqliteEndpoints.decider(tx).tellNobody(key.holder().key());
        if (deleted != null) tx.afterCommit(() -> SqliteEndpoints.dropRest(writer, deleted));
    }

    /** The account itself, or the twin to which its test keys belong. */
    private Account owner(Transaction tx, Actor by, Account asked, NewApiKey key) {
        if (asked.mode() == key.mode()) return asked;
        var twin = tx.accounts().twin(asked.number());
        if (twin != null) return twin;
        var name = asked.name() + ", test";
        var opened = openings.test(tx, name, asked.number(), asked.limits());
        Acts.done(tx, by, AuditAction.ACCOUNT_OPEN, opened);
        var grant = key.start().testGrant();
        if (grant.equals(Credits.ZERO)) return opened;
        Openings.grant(tx, opened, grant);
        Acts.done(tx, by, AuditAction.ACCOUNT_GRANT, opened);
        return opened;
    }

    @Override
    public CompletableFuture<Page<ApiKey>> list(
            AccountId account, @Nullable Cursor after, int limit) {
        return reads.list(account, after, limit);
    }

    @Override
    public CompletableFuture<Optional<ApiKey>> find(AccountId account, KeyHandle key) {
        return reads.find(account, key);
    }

    @Override
    public CompletableFuture<ActVerdict<ApiKey>> relabel(Actor by, KeyHandle key, String label) {
        return change(by, AuditAction.KEY_LABEL, key, (tx, found) -> {
            var refusal = KeyRules.relabel(by.who(), found);
            if (refusal != null) return refusal;
            var number = found.holder().key();
            tx.keys().label(number, label);
            tx.afterCommit(() -> directory.label(number, label));
            return null;
        });
    }

    @Override
    public CompletableFuture<ActVerdict<ApiKey>> revoke(Actor by, KeyHandle key) {
        return change(by, AuditAction.KEY_REVOKE, key, (tx, found) -> {
            var refusal = KeyRules.revoke(by.who(), found, isLastOperator(tx, found));
            if (refusal != null || found.isRevoked()) return refusal;
            tx.keys().revoke(found.holder().key(), tx.now());
            tell(tx, found, FeedJson.keyRevoked(found.holder().key()));
            end(tx, found, tx.now());
            return null;
        });
    }

    private static boolean isLastOperator(Transaction tx, ApiKey key) {
        var holder = key.holder();
        return holder.may(Scope.OPERATOR)
                && !key.isRevoked()
                && !tx.keys().hasOperatorBeside(holder.key());
    }

    @Override
    public CompletableFuture<ActVerdict<ApiKey>> rotate(
            Actor by, KeyHandle key, KeyText text, Duration grace) {
        return change(by, AuditAction.KEY_ROTATE, key, (tx, found) -> {
            var refusal = KeyRules.renew(by.who(), found);
            if (refusal != null) return refusal;
            var until = tx.now().plus(grace);
            var earlier = tx.keys().earlierTexts(found.holder().key(), tx.now());
            if (grace.isPositive() && earlier >= KeyRules.MOST_EARLIER_TEXTS)
                return ActRefusal.TOO_MANY_TEXTS;
            tx.keys().rotate(found.holder().key(), text, until, tx.now());
            tell(tx, found, FeedJson.keyRotated(found.holder().key()));
            end(tx, found, until);
            var next = new Directory.Key(text.digest(), found.holder(), null);
            tx.afterCommit(() -> directory.learn(next));
            return null;
        });
    }

    private static void tell(Transaction tx, ApiKey key, String body) {
        var who = key.holder();
        tx.events().append(who.account().number(), Subject.KEY, who.key().number(), tx.now(), body);
    }

    private void end(Transaction tx, ApiKey key, Instant until) {
        var now = tx.now();
        tx.afterCommit(() -> directory.end(key.holder().key(), until, now));
    }

    @Override
    public CompletableFuture<ActVerdict<ApiKey>> rotateSecret(
            Actor by, KeyHandle key, Sealing secret, Duration overlap) {
        return change(by, AuditAction.KEY_ROTATE_SECRET, key, (tx, found) -> {
            var refusal = KeyRules.renew(by.who(), found);
            if (refusal != null) return refusal;
            var number = found.holder().key();
            tx.keys().rotate(number, secret.seal(key), tx.now().plus(overlap), tx.now());
            return null;
        });
    }

    /** Changes a key that the actor sees, unless the change says why not; answers it as it is. */
    private CompletableFuture<ActVerdict<ApiKey>> change(
            Actor by,
            AuditAction action,
            KeyHandle key,
            BiFunction<Transaction, ApiKey, @Nullable ActRefusal> change) {
        var account = by.who().account();
        return acts.decide(by, action, tx -> {
            var found = tx.keys().find(account, key);
            if (found == null) return Decided.refused(ActRefusal.ABSENT, by, key);
            var refusal = change.apply(tx, found);
            if (refusal != null) return Decided.refused(refusal, by, key);
            var changed = tx.keys().find(account, key);
            return Decided.done(changed == null ? found : changed, account, key);
        });
    }

    @Override
    public CompletableFuture<List<SealedSecret>> secrets(
            KeyHandle key, Sealing first, Instant now) {
        return reads.secrets(key, now)
                .thenCompose(have -> have.isEmpty()
                        ? writer.rare(tx -> first(tx, key, first, now))
                        : CompletableFuture.completedFuture(have));
    }

    private static List<SealedSecret> first(
            Transaction tx, KeyHandle handle, Sealing first, Instant now) {
        var key = tx.keys().find(handle);
        if (key == null) return List.of();
        var number = key.holder().key();
        if (tx.keys().secrets(number, now).isEmpty())
            tx.keys().add(number, first.seal(handle), tx.now());
        return tx.keys().secrets(number, now);
    }

    @Override
    public CompletableFuture<Boolean> haveSecrets() {
        return reads.haveSecrets();
    }
}
