package dev.safelight.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.safelight.core.access.AccountLimits;
import dev.safelight.core.access.Mode;
import dev.safelight.core.access.Scope;
import dev.safelight.core.account.AccountChange;
import dev.safelight.core.account.AccountHandle;
import dev.safelight.core.account.ActRefusal;
import dev.safelight.core.account.Actor;
import dev.safelight.core.account.ApiKey;
import dev.safelight.core.account.NewAccount;
import dev.safelight.core.audit.AuditAction;
import dev.safelight.core.audit.AuditEntry;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.ledger.Credits;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** What is written down of administrative acts. */
abstract class AuditContract extends AdministrationSituation {

    private List<AuditEntry> of(Actor by) {
        return scene.done(scene.store().audit().of(by.who().account(), null, 100))
                .entries();
    }

    private List<AuditEntry> all() {
        return scene.done(scene.store().audit().all(null, 100)).entries();
    }

    @Test
    void each_act_is_one_entry_newest_first_also_after_a_restart() {
        var key = added(text(Mode.LIVE)).handle();
        done(keys().relabel(boss, key, "other"));
        done(keys().rotate(boss, key, text(Mode.LIVE), Duration.ZERO));
        done(keys().rotateSecret(boss, key, SECRET, Duration.ZERO));
        done(keys().revoke(boss, key));
        scene.store().reopen();
        assertThat(of(boss))
                .extracting(AuditEntry::action)
                .containsExactly(
                        AuditAction.KEY_REVOKE,
                        AuditAction.KEY_ROTATE_SECRET,
                        AuditAction.KEY_ROTATE,
                        AuditAction.KEY_LABEL,
                        AuditAction.KEY_CREATE);
        assertThat(of(boss)).allSatisfy(entry -> {
            assertThat(entry.object()).isEqualTo(key.toString());
            assertThat(entry.requestId()).isEqualTo("req-1");
            assertThat(entry.refusal()).isNull();
            assertThat(entry.at()).isEqualTo(time.instant());
            assertThat(entry.by().key()).isEqualTo(list(boss).getLast().handle());
        });
    }

    @Test
    void a_refusal_is_written_down_with_its_reason() {
        var key = added(text(Mode.LIVE)).handle();
        refused(ActRefusal.ABSENT, keys().revoke(stranger, key));
        assertThat(of(stranger)).singleElement().satisfies(entry -> {
            assertThat(entry.refusal()).isEqualTo(ActRefusal.ABSENT);
            assertThat(entry.object()).isEqualTo(key.toString());
        });
        assertThat(of(boss)).extracting(AuditEntry::action).doesNotContain(AuditAction.KEY_REVOKE);
    }

    @Test
    void what_an_operator_does_to_an_account_stands_in_its_log_and_the_operators() {
        var registry = scene.store().registry();
        var limits = new AccountLimits(1, 1, 0);
        var account = done(registry.open(boss, new NewAccount("studio", limits, Credits.ZERO)));
        done(registry.change(boss, account.handle(), new AccountChange(2, null, null)));
        done(registry.grant(boss, account.handle(), new Credits(5)));
        assertThat(scene.done(scene.store().audit().of(account.number(), null, 9))
                        .entries())
                .extracting(AuditEntry::action)
                .containsExactly(
                        AuditAction.ACCOUNT_GRANT,
                        AuditAction.ACCOUNT_CHANGE,
                        AuditAction.ACCOUNT_OPEN);
        assertThat(of(boss)).hasSize(3).isEqualTo(all());
    }

    @Test
    void what_names_an_absent_object_is_written_down_too() {
        var registry = scene.store().registry();
        var nobody = new AccountHandle(scene.id());
        refused(
                ActRefusal.ABSENT,
                keys().add(boss, nobody, wanted(Mode.LIVE, text(Mode.LIVE), USUAL)));
        refused(ActRefusal.ABSENT, registry.change(boss, null, 1));
        assertThat(of(boss))
                .extracting(AuditEntry::action, AuditEntry::refusal)
                .containsExactly(
                        tuple(AuditAction.ENGINE_LIMIT, ActRefusal.ABSENT),
                        tuple(AuditAction.KEY_CREATE, ActRefusal.ABSENT));
    }

    @Test
    void the_first_test_key_opens_a_twin_and_gives_it_credits() {
        var first = added(Mode.TEST, text(Mode.TEST));
        added(Mode.TEST, text(Mode.TEST));
        var twin = twin(first);
        assertThat(of(boss))
                .extracting(AuditEntry::action)
                .containsExactly(
                        AuditAction.KEY_CREATE,
                        AuditAction.KEY_CREATE,
                        AuditAction.ACCOUNT_GRANT,
                        AuditAction.ACCOUNT_OPEN);
        assertThat(of(boss))
                .extracting(AuditEntry::object)
                .endsWith(twin.toString(), twin.toString());
    }

    private AccountHandle twin(ApiKey test) {
        return scene.done(scene.store().registry().find(test.holder().account()))
                .orElseThrow()
                .handle();
    }

    @Test
    void what_is_done_to_or_by_a_twin_stands_in_the_log_of_its_live_account() {
        var registry = scene.store().registry();
        var tester = done(adding(boss, Mode.TEST, EnumSet.of(Scope.READ, Scope.ADMIN)));
        var twin = twin(tester);
        done(registry.change(stranger, twin, new AccountChange(2, null, null)));
        done(registry.grant(stranger, twin, new Credits(5)));
        done(keys().add(stranger, twin, wanted(Mode.TEST, text(Mode.TEST), USUAL)));
        done(keys().relabel(new Actor(tester.holder(), "req-3"), tester.handle(), "mine"));
        assertThat(of(boss))
                .extracting(AuditEntry::action)
                .startsWith(
                        AuditAction.KEY_LABEL,
                        AuditAction.KEY_CREATE,
                        AuditAction.ACCOUNT_GRANT,
                        AuditAction.ACCOUNT_CHANGE);
        assertThat(of(stranger))
                .extracting(AuditEntry::action)
                .containsExactly(
                        AuditAction.KEY_CREATE,
                        AuditAction.ACCOUNT_GRANT,
                        AuditAction.ACCOUNT_CHANGE);
    }

    @Test
    void all_accounts_are_read_together() {
        added(text(Mode.LIVE));
        done(adding(stranger, Mode.LIVE, USUAL));
        assertThat(all()).hasSize(2);
        assertThat(of(boss)).hasSize(1);
        assertThat(of(stranger)).containsExactly(all().getFirst());
    }

    @Test
    void somebody_at_the_machine_has_no_key() {
        var owner = new Actor(
                scene.done(scene.store().accounts().admitOwner(text(Mode.LIVE))), "req-9");
        done(adding(owner, Mode.LIVE, USUAL));
        assertThat(all().getFirst().by().key()).isNull();
    }

    @Test
    void pages_show_each_entry_once() {
        for (int i = 0; i < 5; i++) added(text(Mode.LIVE));
        var seen = new ArrayList<AuditEntry>();
        Cursor next = null;
        do {
            var page = scene.done(scene.store().audit().of(boss.who().account(), next, 2));
            seen.addAll(page.entries());
            next = page.next();
        } while (next != null);
        assertThat(seen).isEqualTo(of(boss)).hasSize(5);
    }
}
