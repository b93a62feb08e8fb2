package dev.safelight.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.safelight.core.access.KeyLimits;
import dev.safelight.core.access.Mode;
import dev.safelight.core.account.AccountChange;
import dev.safelight.core.account.ActRefusal;
import dev.safelight.core.account.Actor;
import dev.safelight.core.account.ApiKey;
import dev.safelight.core.account.KeyChange;
import dev.safelight.core.account.KeyHandle;
import dev.safelight.core.account.Registry;
import dev.safelight.core.audit.AuditAction;
import dev.safelight.core.audit.AuditEntry;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.ledger.SpendLimits;
import dev.safelight.core.task.Lease;
import dev.safelight.core.task.Submission;
import dev.safelight.core.tool.EngineName;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Limits that an operator changes, each with its entry in the audit log. */
abstract class OperatorLimitContract extends AdministrationSituation {
    private static final int MANY = 9;
    private static final KeyChange.Spend NOTHING = new KeyChange.Spend(null, null, null);

    private Registry registry() {
        return scene.store().registry();
    }

    private KeyHandle bossKey() {
        return list(boss).getLast().handle();
    }

    private static KeyChange slots(int slots) {
        return new KeyChange(slots, null, null, NOTHING);
    }

    private static KeyChange fiveHours(long credits) {
        var spend = new KeyChange.Spend(new Credits(credits), null, null);
        return new KeyChange(null, null, null, spend);
    }

    private @Nullable ApiKey seenBy(KeyHandle key) {
        return scene.done(keys().find(boss.who().account(), key)).orElse(null);
    }

    /** A claim that waits, after so many were ready. */
    private CompletableFuture<List<Lease>> waiting(int ready) {
        var worker = scene.worker(MANY);
        for (int i = 0; i < 5; i++) scene.accepted(Order.by(boss.who()).priced(1));
        assertThat(scene.claim(worker, MANY)).hasSize(ready);
        var claim = tasks().claim(worker, EngineName.SANDBOX, MANY);
        scene.store().settle();
        assertThat(claim).isNotDone();
        return claim;
    }

    @Test
    void what_waits_for_an_account_is_ready_when_its_change_is_done() {
        done(registry().change(stranger, bossKey(), slots(0)));
        var claim = waiting(3);
        var account =
                scene.done(registry().find(boss.who().account())).orElseThrow().handle();
        done(registry().change(stranger, account, new AccountChange(0, null, null)));
        assertThat(claim).isCompletedWithValueMatching(leases -> leases.size() == 2);
    }

    @Test
    void what_waits_for_an_engine_is_ready_when_its_change_is_done() {
        done(registry().change(boss, EngineName.SANDBOX, 2));
        assertThat(scene.done(registry().engines())).isEqualTo(Map.of(EngineName.SANDBOX, 2));
        var claim = waiting(2);
        done(registry().change(boss, EngineName.SANDBOX, 3));
        assertThat(claim).isCompletedWithValueMatching(leases -> leases.size() == 1);
    }

    @Test
    void a_keys_limits_are_changed_one_by_one_and_known_with_it() {
        var text = text(Mode.LIVE);
        var key = added(text).handle();
        done(registry().change(stranger, key, fiveHours(30)));
        var change = new KeyChange(null, 7, null, NOTHING);
        var changed = done(registry().change(stranger, key, change));
        var spend = new SpendLimits(new Credits(30), Credits.ZERO, Credits.ZERO);
        assertThat(changed.limits()).isEqualTo(new KeyLimits(3, 7, 500, spend));
        for (int i = 0; i < 2; i++) {
            assertThat(seenBy(key)).isEqualTo(changed);
            assertThat(holder(text)).contains(changed.holder());
            scene.store().reopen();
        }
    }

    @Test
    void an_earlier_text_goes_on_within_the_limits_of_its_key() {
        var text = text(Mode.LIVE);
        var key = added(text).handle();
        done(keys().rotate(boss, key, text(Mode.LIVE), Duration.ofHours(1)));
        done(registry().change(boss, key, new KeyChange(null, 7, null, NOTHING)));
        var holder = holder(text).orElseThrow();
        assertThat(holder.rates().submits()).isEqualTo(7);
        assertThat(holder.scopes()).isEqualTo(USUAL);
    }

    @Test
    void a_key_spends_no_more_than_it_may() {
        done(registry().change(boss, bossKey(), fiveHours(4)));
        scene.accepted(Order.by(boss.who()).priced(4));
        assertThat(scene.submit(Order.by(boss.who()).priced(1)))
                .isInstanceOf(Submission.SpendLimitReached.class);
    }

    @Test
    void a_key_that_is_gone_has_none() {
        var key = added(text(Mode.LIVE)).handle();
        done(keys().revoke(boss, key));
        refused(ActRefusal.KEY_REVOKED, registry().change(boss, key, slots(1)));
        refused(ActRefusal.ABSENT, registry().change(boss, new KeyHandle(scene.id()), slots(1)));
    }

    @Test
    void each_change_stands_in_the_logs_of_who_looks_after_it_and_who_made_it() {
        var test = added(Mode.TEST, text(Mode.TEST)).handle();
        done(registry().change(stranger, test, slots(1)));
        done(registry().change(stranger, EngineName.SPEECH, 1));
        assertThat(log(boss)).first().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo(AuditAction.KEY_LIMIT);
            assertThat(entry.object()).isEqualTo(test.toString());
        });
        assertThat(log(stranger))
                .extracting(AuditEntry::action, AuditEntry::object)
                .containsExactly(
                        tuple(AuditAction.ENGINE_LIMIT, "speech"),
                        tuple(AuditAction.KEY_LIMIT, test.toString()));
    }

    private List<AuditEntry> log(Actor of) {
        return scene.done(scene.store().audit().of(of.who().account(), null, 100))
                .entries();
    }
}
