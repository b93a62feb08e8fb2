package dev.safelight.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.access.KeyLimits;
import dev.safelight.core.access.Mode;
import dev.safelight.core.access.Scope;
import dev.safelight.core.account.ActRefusal;
import dev.safelight.core.account.Actor;
import dev.safelight.core.account.ApiKey;
import dev.safelight.core.account.KeyHandle;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.ledger.SpendLimits;

import org.junit.jupiter.api.Test;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a key's holder may do to other keys: never more than the key itself may. */
abstract class KeyRightsContract extends AdministrationSituation {
    private static final Set<Scope> NO_OPERATOR = EnumSet.complementOf(EnumSet.of(Scope.OPERATOR));

    private static final KeyLimits LOW =
            new KeyLimits(2, 0, 100, new SpendLimits(Credits.ZERO, new Credits(40), Credits.ZERO));

    private KeyHandle own(Actor actor) {
        return list(actor).stream()
                .filter(key -> key.holder().key().equals(actor.who().key()))
                .findFirst()
                .orElseThrow()
                .handle();
    }

    private ApiKey seen(ApiKey key) {
        return scene.done(keys().find(boss.who().account(), key.handle())).orElseThrow();
    }

    @Test
    void a_key_that_may_more_is_neither_labelled_nor_revoked() {
        var strong = done(adding(boss, Mode.LIVE, Scope.ALL));
        var admin = with(boss, NO_OPERATOR);
        refused(ActRefusal.SCOPE_NOT_HELD, keys().relabel(admin, strong.handle(), "mine"));
        refused(ActRefusal.SCOPE_NOT_HELD, keys().revoke(admin, strong.handle()));
        assertThat(seen(strong)).isEqualTo(strong);
        var weak = added(text(Mode.LIVE)).handle();
        done(keys().relabel(admin, weak, "mine"));
        done(keys().revoke(admin, weak));
    }

    @Test
    void the_last_operators_key_is_revoked_at_the_machine_alone() {
        for (var operator : List.of(new Actor(ann, "req-6"), stranger))
            done(keys().revoke(operator, own(operator)));
        refused(ActRefusal.LAST_OPERATOR, keys().revoke(boss, own(boss)));
        var next = done(adding(boss, Mode.LIVE, Scope.ALL));
        done(keys().revoke(boss, own(boss)));
        refused(
                ActRefusal.LAST_OPERATOR,
                keys().revoke(new Actor(next.holder(), "req-7"), next.handle()));
        var owner = scene.done(scene.store().accounts().admitOwner(text(Mode.LIVE)));
        var revoked = done(keys().revoke(new Actor(owner, "req-8"), next.handle()));
        assertThat(revoked.isRevoked()).isTrue();
    }

    @Test
    void of_the_last_two_operators_one_stays_also_within_one_batch() {
        var third = new Actor(ann, "req-6");
        done(keys().revoke(third, own(third)));
        var one = keys().revoke(boss, own(boss));
        var other = keys().revoke(stranger, own(stranger));
        done(one);
        refused(ActRefusal.LAST_OPERATOR, other);
    }

    @Test
    void a_key_may_in_nothing_more_than_that_of_who_adds_it() {
        var admin = new Actor(done(adding(boss, Mode.LIVE, NO_OPERATOR)).holder(), "req-6");
        // Lowered after the call was let in: what holds is read when the key is added.
        scene.limit(admin.who(), LOW);
        for (var mode : Mode.values()) {
            var added = done(adding(admin, mode, USUAL));
            assertThat(added.limits()).isEqualTo(new KeyLimits(2, 40, 100, LOW.spend()));
            assertThat(seen(added)).isEqualTo(added);
            assertThat(scene.store().limits().tightest(added.holder().key(), time.instant()))
                    .isPresent();
        }
    }

    @Test
    void an_operators_own_limits_bound_no_other_key() {
        scene.limit(boss.who(), LOW);
        assertThat(added(text(Mode.LIVE)).limits()).isEqualTo(LIMITS);
    }
}
