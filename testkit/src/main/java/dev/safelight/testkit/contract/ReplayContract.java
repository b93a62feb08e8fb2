package dev.safelight.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.id.Cursor;
import dev.safelight.core.webhook.AttemptOutcome;
import dev.safelight.core.webhook.Delivery;
import dev.safelight.core.webhook.Endpoint;
import dev.safelight.core.webhook.Occasion;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** What is told again, and what is told though nothing happened. */
abstract class ReplayContract extends DeliverySituation {

    private Optional<Delivery> replay(Delivery delivery) {
        return scene.done(scene.store().deliveries().replay(delivery.account(), delivery.place()));
    }

    private Cursor end() {
        return scene.done(scene.store().feed().end());
    }

    @Nested
    class OfOneDelivery {
        @Test
        void sends_what_was_delivered_once_more_with_its_id_and_its_bytes() {
            var endpoint = endpoint(ann, false);
            succeeded(order());
            var delivery = due(endpoint).getFirst();
            scene.done(scene.store().deliveries().render(delivery.place(), "{\"n\":1}"));
            attempted(delivery, DELIVERED);
            scene.pass(Duration.ofDays(3));
            var again = replay(delivery).orElseThrow();
            assertThat(due(endpoint)).containsExactly(again);
            assertThat(again.webhookId()).isEqualTo(delivery.webhookId());
            assertThat(again.progress())
                    .isEqualTo(new Delivery.Progress(
                            Delivery.State.LINED_UP, time.instant(), 1, 0, "{\"n\":1}"));
        }

        @Test
        void begins_the_schedule_of_one_that_was_given_up_again_and_keeps_its_attempts() {
            var endpoint = endpoint(ann, false);
            succeeded(order());
            var delivery = due(endpoint).getFirst();
            attempted(delivery, again(time.instant()));
            attempted(delivery, new AttemptOutcome.GivenUp());
            replay(delivery);
            attempted(delivery, again(time.instant()));
            assertThat(now(delivery).progress().attempts()).isEqualTo(3);
            assertThat(now(delivery).progress().tries()).isEqualTo(1);
            assertThat(scene.done(scene.store().deliveries().attempts(delivery.place())))
                    .hasSize(3);
        }

        @Test
        void waits_while_its_endpoint_is_disabled_and_is_nothing_once_that_is_deleted() {
            var endpoint = endpoint(ann, false);
            succeeded(order());
            var delivery = due(endpoint).getFirst();
            attempted(delivery, DELIVERED);
            set(endpoint, Endpoint.State.DISABLED);
            assertThat(replay(delivery)).isPresent();
            assertThat(due(endpoint)).isEmpty();
            set(endpoint, Endpoint.State.ACTIVE);
            assertThat(due(endpoint)).hasSize(1);
            set(endpoint, Endpoint.State.DELETED);
            assertThat(replay(delivery)).isEmpty();
            assertThat(now(delivery).progress().state()).isEqualTo(Delivery.State.DROPPED);
        }

        @Test
        void sends_a_callback_again() {
            succeeded(order().telling(URL));
            var callback = dueCallbacks().getFirst();
            attempted(callback, DELIVERED);
            replay(callback);
            assertThat(dueCallbacks()).hasSize(1);
        }

        @Test
        void is_nobody_elses() {
            endpoint(ann, false);
            succeeded(order());
            var delivery = fresh().getFirst();
            var bob = scene.account(0).account();
            var deliveries = scene.store().deliveries();
            assertThat(scene.done(deliveries.replay(bob, delivery.place()))).isEmpty();
            assertThat(scene.done(deliveries.find(bob, delivery.place()))).isEmpty();
            assertThat(scene.done(deliveries.find(ann.account(), delivery.place())))
                    .contains(delivery);
        }
    }

    @Nested
    class OfNothing {
        @Test
        void is_told_to_its_endpoint_alone_whatever_that_wants_to_hear() {
            var endpoint = endpoint(ann, false, Set.of(Occasion.TASK_FAILED));
            endpoint(ann, false);
            var deliveries = scene.store().deliveries();
            var test = scene.done(deliveries.test(ann.account(), endpoint)).orElseThrow();
            assertThat(test.about()).isEqualTo(new Delivery.About.OfTest(end()));
            assertThat(listed(null, 10)).containsExactly(test);
            assertThat(due(endpoint)).hasSize(1);
            var next = scene.done(deliveries.test(ann.account(), endpoint)).orElseThrow();
            assertThat(next.webhookId()).isNotEqualTo(test.webhookId());
        }

        @Test
        void needs_an_active_endpoint_of_its_own_account() {
            var endpoint = endpoint(ann, false);
            var deliveries = scene.store().deliveries();
            var bob = scene.account(0).account();
            assertThat(scene.done(deliveries.test(bob, endpoint))).isEmpty();
            set(endpoint, Endpoint.State.DISABLED);
            assertThat(scene.done(deliveries.test(ann.account(), endpoint))).isEmpty();
        }
    }

    @Test
    void whatever_may_be_to_be_sent_is_signalled_after_its_commit() {
        var signals = new AtomicInteger();
        scene.store().deliveries().onWaiting(signals::incrementAndGet);
        var endpoint = endpoint(ann, false);
        assertThat(signals).hasValue(0);
        succeeded(order());
        assertThat(signals).hasValue(1);
        attempted(fresh().getFirst(), DELIVERED);
        assertThat(signals).hasValue(1);
        replay(listed(null, 1).getFirst());
        assertThat(signals).hasValue(2);
        scene.done(scene.store().deliveries().test(ann.account(), endpoint));
        assertThat(signals).hasValue(3);
        set(endpoint, Endpoint.State.DISABLED);
        set(endpoint, Endpoint.State.ACTIVE);
        assertThat(signals).hasValue(4);
    }
}
