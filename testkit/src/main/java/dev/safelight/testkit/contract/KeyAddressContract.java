package dev.safelight.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.access.Mode;
import dev.safelight.core.access.Scope;
import dev.safelight.core.account.ActRefusal;
import dev.safelight.core.account.ApiKey;
import dev.safelight.core.account.KeyAddress;
import dev.safelight.core.account.NewApiKey;
import dev.safelight.core.audit.AuditAction;
import dev.safelight.core.audit.AuditEntry;
import dev.safelight.core.webhook.Attempt;
import dev.safelight.core.webhook.AttemptOutcome;
import dev.safelight.core.webhook.Delivery;
import dev.safelight.core.webhook.Endpoint;
import dev.safelight.core.webhook.Subscription;
import dev.safelight.core.webhook.Target;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where the ends of a key's tasks are told. */
abstract class KeyAddressContract extends AdministrationSituation {
    private static final KeyAddress FIRST = new KeyAddress("https://a.example/x", "tools");
    private static final KeyAddress SECOND = new KeyAddress("https://b.example/y", "tools");

    private ApiKey telling(Mode mode, @Nullable KeyAddress address) {
        var plain = wanted(mode, text(mode), USUAL);
        var key = new NewApiKey(
                plain.label(),
                plain.mode(),
                plain.scopes(),
                plain.text(),
                plain.start(),
                new NewApiKey.Webhook(SECRET, address));
        return done(keys().add(boss, boss.who().account(), key));
    }

    private Optional<Endpoint> endpoint(ApiKey key) {
        return scene.done(scene.store().endpoints().ofKey(key.holder().key()));
    }

    private void cancelled(ApiKey key) {
        var task = scene.accepted(Order.by(key.holder()));
        scene.done(tasks().cancel(key.holder().account(), task));
    }

    private List<Delivery> told(ApiKey key) {
        var account = key.holder().account();
        return scene.done(scene.store().deliveries().list(account, null, null, 100))
                .deliveries();
    }

    @Test
    void set_with_the_key_it_hears_of_its_first_task() {
        var key = telling(Mode.TEST, FIRST);
        scene.store().reopen();
        cancelled(key);
        var found = endpoint(key).orElseThrow();
        assertThat(found.subscription())
                .isEqualTo(new Subscription(
                        key.holder().account(),
                        key.holder().key(),
                        FIRST.url(),
                        FIRST.dialect(),
                        Set.of()));
        assertThat(told(key))
                .extracting(Delivery::target)
                .containsExactly(new Target.OfEndpoint(
                        found.id(), key.handle(), FIRST.url(), FIRST.dialect()));
    }

    @Test
    void is_of_one_key_alone_and_in_no_list() {
        var key = telling(Mode.LIVE, FIRST);
        var other = telling(Mode.LIVE, null);
        assertThat(endpoint(other)).isEmpty();
        var account = boss.who().account();
        assertThat(scene.done(scene.store().endpoints().list(account, null, 10)).entries())
                .isEmpty();
        assertThat(endpoint(key)).isPresent();
    }

    @Test
    void set_later_or_changed_it_stays_one() {
        var key = telling(Mode.TEST, null);
        done(keys().tell(boss, key.handle(), FIRST));
        var first = endpoint(key).orElseThrow();
        cancelled(key);
        done(keys().tell(boss, key.handle(), SECOND));
        var second = endpoint(key).orElseThrow();
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.subscription().url()).isEqualTo(SECOND.url());
        assertThat(told(key))
                .extracting(delivery -> delivery.target().url())
                .containsExactly(SECOND.url());
    }

    @Test
    void changed_it_is_not_known_to_fail_any_more() {
        var key = telling(Mode.TEST, FIRST);
        cancelled(key);
        attempted(told(key).getFirst(), again());
        assertThat(endpoint(key).orElseThrow().standing().failing()).isNotNull();
        done(keys().tell(boss, key.handle(), SECOND));
        assertThat(endpoint(key).orElseThrow().standing().failing()).isNull();
    }

    private AttemptOutcome again() {
        return new AttemptOutcome.Again(time.instant().plusSeconds(5));
    }

    private void attempted(Delivery delivery, AttemptOutcome outcome) {
        var attempt = new Attempt(delivery.at(), 500, Duration.ZERO, "");
        scene.done(scene.store().deliveries().attempted(delivery, attempt, outcome));
    }

    @Nested
    class ChangedWhileAnAttemptIsUnderWay {
        private ApiKey key;

        @BeforeEach
        void hasAnAddress() {
            key = telling(Mode.TEST, FIRST);
        }

        private Delivery sent() {
            cancelled(key);
            return told(key).getLast();
        }

        @Test
        void it_does_not_fail_by_what_the_address_before_answers() {
            var sent = sent();
            done(keys().tell(boss, key.handle(), SECOND));
            attempted(sent, again());
            assertThat(endpoint(key).orElseThrow().standing()).isEqualTo(Endpoint.Standing.NEW);
            assertThat(told(key).getFirst().progress().attempts()).isOne();
        }

        @Test
        void it_is_not_disabled_when_the_address_before_is_gone() {
            var sent = sent();
            done(keys().tell(boss, key.handle(), SECOND));
            attempted(sent, new AttemptOutcome.Gone());
            assertThat(endpoint(key).orElseThrow().standing()).isEqualTo(Endpoint.Standing.NEW);
        }

        @Test
        void it_is_told_what_the_address_before_would_not_take() {
            var gone = sent();
            var givenUp = sent();
            done(keys().tell(boss, key.handle(), SECOND));
            attempted(gone, new AttemptOutcome.Gone());
            attempted(givenUp, new AttemptOutcome.GivenUp());
            for (var sent : List.of(gone, givenUp)) {
                var now = scene.done(scene.store().deliveries().find(sent.account(), sent.place()))
                        .orElseThrow();
                assertThat(now.progress().state()).isEqualTo(Delivery.State.LINED_UP);
                assertThat(now.target().url()).isEqualTo(SECOND.url());
            }
        }

        @Test
        void it_goes_on_failing_when_the_address_before_answers_well() {
            var toFirst = sent();
            done(keys().tell(boss, key.handle(), SECOND));
            var toSecond = sent();
            attempted(toSecond, again());
            attempted(toFirst, new AttemptOutcome.Delivered());
            assertThat(endpoint(key).orElseThrow().standing().failing()).isNotNull();
            attempted(toSecond, new AttemptOutcome.Delivered());
            assertThat(endpoint(key).orElseThrow().standing().failing()).isNull();
        }
    }

    @Test
    void set_again_it_is_enabled() {
        var key = telling(Mode.LIVE, FIRST);
        var endpoint = endpoint(key).orElseThrow().id();
        var account = key.holder().account();
        scene.done(scene.store().endpoints().set(account, endpoint, Endpoint.State.DISABLED));
        done(keys().tell(boss, key.handle(), FIRST));
        assertThat(endpoint(key).orElseThrow().standing()).isEqualTo(Endpoint.Standing.NEW);
    }

    @Test
    void taken_away_it_drops_what_waits_and_can_be_set_anew() {
        var key = telling(Mode.TEST, FIRST);
        cancelled(key);
        done(keys().tell(boss, key.handle(), null));
        done(keys().tell(boss, key.handle(), null));
        assertThat(endpoint(key)).isEmpty();
        assertThat(told(key))
                .extracting(delivery -> delivery.progress().state())
                .containsExactly(Delivery.State.DROPPED);
        done(keys().tell(boss, key.handle(), SECOND));
        cancelled(key);
        assertThat(told(key)).hasSize(2);
    }

    @Test
    void needs_somebody_who_may_do_what_the_key_may() {
        var key = telling(Mode.LIVE, FIRST);
        var weaker = with(boss, EnumSet.of(Scope.READ));
        refused(ActRefusal.SCOPE_NOT_HELD, keys().tell(weaker, key.handle(), SECOND));
        refused(ActRefusal.ABSENT, keys().tell(stranger, key.handle(), SECOND));
        assertThat(endpoint(key).orElseThrow().subscription().url()).isEqualTo(FIRST.url());
    }

    @Test
    void of_a_revoked_key_it_can_only_be_taken_away() {
        var key = telling(Mode.LIVE, FIRST);
        done(keys().revoke(boss, key.handle()));
        refused(ActRefusal.KEY_REVOKED, keys().tell(boss, key.handle(), SECOND));
        done(keys().tell(boss, key.handle(), null));
        assertThat(endpoint(key)).isEmpty();
    }

    @Test
    void each_change_is_written_down() {
        var key = telling(Mode.LIVE, FIRST);
        done(keys().tell(boss, key.handle(), SECOND));
        var account = boss.who().account();
        assertThat(scene.done(scene.store().audit().of(account, null, 10)).entries())
                .extracting(AuditEntry::action)
                .containsExactly(AuditAction.KEY_WEBHOOK, AuditAction.KEY_CREATE);
    }
}
