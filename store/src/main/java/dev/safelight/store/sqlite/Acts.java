package dev.safelight.store.sqlite;

import dev.safelight.core.account.Account;
import dev.safelight.core.account.ActRefusal;
import dev.safelight.core.account.ActVerdict;
import dev.safelight.core.account.Actor;
import dev.safelight.core.audit.AuditAction;
import dev.safelight.core.id.AccountId;
import dev.safelight.store.sqlite.writer.Transaction;
import dev.safelight.store.sqlite.writer.Writer;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Decides administrative acts within batches. Whatever is decided stands in the audit log with the
 * same commit, a refusal too; and whoever was revoked before their turn does nothing any more.
 */
final class Acts {
    private final Writer writer;

    Acts(Writer writer) {
        this.writer = writer;
    }

    /**
     * What was decided.
     *
     * @param account in whose log it stands, or in that of the live one whose twin it is
     * @param object the handle that it is about
     */
    record Decided<T>(ActVerdict<T> verdict, AccountId account, String object) {
        static <T> Decided<T> done(T value, AccountId account, Object object) {
            return new Decided<>(new ActVerdict.Done<>(value), account, object.toString());
        }

        static <T> Decided<T> refused(ActRefusal why, Actor by, Object object) {
            return new Decided<>(
                    new ActVerdict.Refused<>(why), by.who().account(), object.toString());
        }
    }

    <T> CompletableFuture<ActVerdict<T>> decide(
            Actor by, AuditAction action, Function<Transaction, Decided<T>> work) {
        return writer.rare(tx -> {
            Decided<T> decided = tx.keys().isActive(by.who().key())
                    ? work.apply(tx)
                    : Decided.refused(ActRefusal.ACTOR_REVOKED, by, "");
            var refusal = switch (decided.verdict()) {
                case ActVerdict.Done<T> done -> null;
                case ActVerdict.Refused<T>(var why) -> why;
            };
            write(tx, by, action, decided, refusal);
            return decided.verdict();
        });
    }

    /** Writes down what was done to an account on the way to something else. */
    static void done(Transaction tx, Actor by, AuditAction action, Account account) {
        var done = Decided.done(account, account.number(), account.handle());
        write(tx, by, action, done, null);
    }

    /** In the log that the keys read which look after the account. */
    private static void write(
            Transaction tx,
            Actor by,
            AuditAction action,
            Decided<?> decided,
            @Nullable ActRefusal refusal) {
        var account = tx.accounts().whoLooksAfter(decided.account());
        tx.audit().append(account, by, action, decided.object(), refusal, tx.now());
    }
}
