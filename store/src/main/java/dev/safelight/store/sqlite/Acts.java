package dev.safelight.store.sqlite;

import dev.safelight.core.account.ActRefusal;
import dev.safelight.core.account.ActVerdict;
import dev.safelight.core.account.Actor;
import dev.safelight.core.audit.AuditAction;
import dev.safelight.core.id.AccountId;
import dev.safelight.store.sqlite.writer.Transaction;
import dev.safelight.store.sqlite.writer.Writer;

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
     * @param account whose log it stands in
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
            tx.audit().append(decided.account(), by, action, decided.object(), refusal, tx.now());
            return decided.verdict();
        });
    }
}
