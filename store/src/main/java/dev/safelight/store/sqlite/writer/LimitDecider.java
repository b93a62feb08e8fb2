package dev.safelight.store.sqlite.writer;

import dev.safelight.core.access.LimitChange;
import dev.safelight.core.access.LimitChange.Outcome;
import dev.safelight.core.id.AccountId;

/**
 * Sets limits within an open batch; the schedule follows at once. Confined to the writer thread.
 */
final class LimitDecider {
    private final Transaction tx;
    private final LiveTasks live;

    LimitDecider(Transaction tx, LiveTasks live) {
        this.tx = tx;
        this.live = live;
    }

    void decide(Command.ChangeLimits command) {
        var outcome = change(command.change());
        tx.afterCommit(() -> command.answer().complete(outcome));
    }

    private Outcome change(LimitChange change) {
        return switch (change) {
            case LimitChange.OfAccount(var account, var limits) -> {
                if (!tx.limits().set(account, limits)) yield Outcome.ABSENT;
                live.accountLimited(account);
                yield Outcome.CHANGED;
            }
            case LimitChange.OfKey ofKey -> {
                var account = tx.limits().accountOf(ofKey.key());
                if (account == null) yield Outcome.ABSENT;
                change(new AccountId(account), ofKey);
                yield Outcome.CHANGED;
            }
            case LimitChange.OfEngine(var engine, int slots) -> {
                tx.limits().set(engine, slots);
                live.engineLimited(engine);
                yield Outcome.CHANGED;
            }
        };
    }

    private void change(AccountId account, LimitChange.OfKey change) {
        tx.limits().set(account, change.key(), change.limits());
        // What the key has spent is read from the rows of its tasks, those of this batch too.
        tx.tasks.flushRows();
        tx.spend().limit(account, change.key(), change.limits().spend(), tx.now());
        live.keyLimited(account, change.key());
        tx.afterCommit(() -> tx.directory().limit(change.key(), change.limits()));
    }
}
