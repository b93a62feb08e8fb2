package dev.safelight.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.webhook.Attempt;
import dev.safelight.core.webhook.AttemptOutcome;
import dev.safelight.core.webhook.Delivery;
import dev.safelight.core.webhook.EndpointId;
import dev.safelight.core.webhook.Target;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/** What is kept of the telling: deliveries, their payloads and their attempts. */
abstract class DeliveryContract extends DeliverySituation {

    @Nested
    class ACallback {
        @Test
        void is_told_of_its_own_task_in_the_dialect_of_its_submit() {
            succeeded(order());
            var lease = succeeded(order().telling(URL));
            assertThat(dueCallbacks())
                    .extracting(Delivery::target)
                    .containsExactly(new Target.OfCallback(lease.task(), key(ann), URL, "tools"));
        }

        @Test
        void is_told_after_a_restart() {
            var task = scene.accepted(order().telling(URL));
            scene.store().reopen();
            scene.done(tasks().cancel(ann.account(), task));
            assertThat(dueCallbacks()).hasSize(1);
        }
    }

    @Nested
    class ADelivery {
        private EndpointId endpoint;
        private Delivery delivery;

        @BeforeEach
        void decide() {
            endpoint = endpoint(ann, false);
            succeeded(order());
            delivery = due(endpoint).getFirst();
        }

        @Test
        void is_fresh_until_somebody_looks_at_it() {
            var deliveries = scene.store().deliveries();
            assertThat(fresh()).isEmpty();
            succeeded(order());
            succeeded(order());
            var fresh = fresh();
            assertThat(fresh).hasSize(2);
            assertThat(scene.done(deliveries.fresh(fresh.getFirst().place(), 10)))
                    .hasSize(1);
            attempted(fresh.getFirst(), DELIVERED);
            scene.store().reopen();
            assertThat(fresh())
                    .extracting(Delivery::place)
                    .containsExactly(fresh.getLast().place());
        }

        @Test
        void that_was_delivered_is_not_lined_up_again() {
            attempted(delivery, DELIVERED);
            var place = List.of(delivery.place());
            scene.done(scene.store().deliveries().lineUp(place, time.instant()));
            assertThat(due(endpoint)).isEmpty();
        }

        @Test
        void is_rendered_once() {
            assertThat(delivery.progress().body()).isNull();
            var deliveries = scene.store().deliveries();
            assertThat(scene.done(deliveries.render(delivery.place(), "first"))).isEqualTo("first");
            assertThat(scene.done(deliveries.render(delivery.place(), "second")))
                    .isEqualTo("first");
            scene.store().reopen();
            assertThat(due(endpoint).getFirst().progress().body()).isEqualTo("first");
        }

        @Test
        void is_tried_again_when_it_is_due() {
            assertThat(attempted(delivery, again(time.instant().plusSeconds(5))))
                    .isTrue();
            assertThat(due(endpoint)).isEmpty();
            scene.pass(Duration.ofSeconds(5));
            assertThat(due(endpoint))
                    .extracting(found -> found.progress().attempts())
                    .containsExactly(1);
        }

        @Test
        void keeps_every_attempt_in_order() {
            attempted(delivery, again(time.instant()));
            var last = new Attempt(time.instant(), null, Duration.ofSeconds(15), "no answer");
            scene.done(scene.store()
                    .deliveries()
                    .attempted(delivery, last, new AttemptOutcome.GivenUp()));
            var attempts = scene.done(scene.store().deliveries().attempts(delivery.place()));
            assertThat(attempts).hasSize(2).last().isEqualTo(last);
            assertThat(attempts.getFirst().status()).isEqualTo(503);
        }

        @Test
        void stays_when_it_is_delivered_and_takes_no_further_attempt() {
            attempted(delivery, DELIVERED);
            assertThat(attempted(delivery, new AttemptOutcome.GivenUp())).isFalse();
            assertThat(due(endpoint)).isEmpty();
            assertThat(listed(null, 10))
                    .extracting(found -> found.progress().state())
                    .containsExactly(Delivery.State.DELIVERED);
            assertThat(scene.done(scene.store().deliveries().attempts(delivery.place())))
                    .hasSize(1);
        }

        @Test
        void can_be_listed_from_any_that_is_known_in_pages_of_any_size() {
            for (int i = 0; i < 6; i++) succeeded(order());
            var whole = listed(null, 1_000);
            assertThat(whole).hasSize(7).doesNotHaveDuplicates();
            for (int size = 1; size < 9; size++) assertThat(listed(null, size)).isEqualTo(whole);
            assertThat(listed(whole.get(2).place(), 3)).isEqualTo(whole.subList(3, 7));
        }

        @Test
        void is_listed_for_its_own_account_alone() {
            var page = scene.done(
                    scene.store().deliveries().list(scene.account(0).account(), null, null, 10));
            assertThat(page.deliveries()).isEmpty();
            assertThat(page.isLast()).isTrue();
            assertThat(scene.done(scene.store()
                                    .deliveries()
                                    .list(ann.account(), null, page.next(), 10))
                            .deliveries())
                    .isEmpty();
        }
    }
}
