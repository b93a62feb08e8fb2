package dev.safelight.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.access.Principal;
import dev.safelight.core.access.SealedSecret;
import dev.safelight.core.task.Lease;
import dev.safelight.core.webhook.Attempt;
import dev.safelight.core.webhook.Delivery;
import dev.safelight.core.webhook.Endpoint;
import dev.safelight.core.webhook.EndpointId;
import dev.safelight.core.webhook.NewEndpoint;
import dev.safelight.core.webhook.Subscription;
import dev.safelight.core.webhook.Target;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Who is told of what, and what is kept of the telling. */
abstract class DeliveryContract extends StoreSituation {
    private static final String URL = "https://example.com/hook";

    private EndpointId endpoint(Principal who, boolean onlyItsKey) {
        var key = onlyItsKey ? who.key() : null;
        var wanted = new Subscription(who.account(), key, URL, "tools", Set.of());
        var id = new EndpointId(scene.id());
        scene.done(scene.store()
                .endpoints()
                .add(new NewEndpoint(id, wanted, new SealedSecret("first"))));
        return id;
    }

    /** What is due for an endpoint, once all that is fresh is lined up. */
    private List<Delivery> due(EndpointId endpoint) {
        lineUp();
        return scene.done(scene.store().deliveries().due(endpoint, time.instant(), 100));
    }

    private void lineUp() {
        var deliveries = scene.store().deliveries();
        var fresh = scene.done(deliveries.fresh(null, 100));
        scene.done(deliveries.lineUp(fresh.stream().map(Delivery::place).toList()));
    }

    private List<Delivery> dueCallbacks() {
        lineUp();
        return scene.done(scene.store().deliveries().dueCallbacks(time.instant(), 100));
    }

    private Lease succeeded(Order order) {
        var lease = scene.running(order, scene.worker(1));
        scene.done(tasks().complete(lease, scene.result(1)));
        return lease;
    }

    private boolean attempted(Delivery delivery, Delivery.State state, Instant due) {
        var attempt = new Attempt(time.instant(), 503, Duration.ofMillis(7), "busy");
        return scene.done(
                scene.store().deliveries().attempted(delivery.place(), attempt, state, due));
    }

    @Nested
    class AnEndpoint {
        @Test
        void is_told_once_of_each_task_that_ends_however_it_ends() {
            var all = endpoint(ann, false);
            var own = endpoint(ann, true);
            var stranger = endpoint(scene.account(0), false);
            var worker = scene.worker(2);
            var made = scene.running(order(), worker);
            scene.done(tasks().complete(made, scene.result(1)));
            var gone = scene.running(order(), worker);
            scene.done(tasks().cancel(ann.account(), gone.task()));
            scene.done(tasks().stopped(gone));
            assertThat(due(all))
                    .extracting(Delivery::about)
                    .containsExactly(
                            new Delivery.About(made.task(), 3), new Delivery.About(gone.task(), 3));
            assertThat(due(own)).hasSize(2);
            assertThat(due(stranger)).isEmpty();
        }

        @Test
        void has_a_webhook_id_of_its_own_for_each_that_stays_the_same() {
            var all = endpoint(ann, false);
            var own = endpoint(ann, true);
            succeeded(order());
            var ids = List.of(due(all), due(own)).stream()
                    .map(found -> found.getFirst().webhookId())
                    .toList();
            assertThat(ids).doesNotHaveDuplicates();
            scene.store().reopen();
            assertThat(due(all).getFirst().webhookId()).isEqualTo(ids.getFirst());
        }

        @Test
        void is_not_told_of_what_ended_before_it_was_there() {
            succeeded(order());
            assertThat(due(endpoint(ann, false))).isEmpty();
        }

        @Test
        void is_known_after_a_restart() {
            var endpoint = endpoint(ann, false);
            scene.store().reopen();
            succeeded(order());
            assertThat(due(endpoint)).hasSize(1);
        }

        @Test
        void hears_nothing_while_it_is_disabled_and_keeps_what_waits() {
            var endpoint = endpoint(ann, false);
            succeeded(order());
            set(endpoint, Endpoint.State.DISABLED);
            succeeded(order());
            assertThat(scene.done(scene.store().deliveries().endpointsDue(time.instant())))
                    .isEmpty();
            set(endpoint, Endpoint.State.ACTIVE);
            succeeded(order());
            assertThat(due(endpoint)).hasSize(2);
        }

        @Test
        void takes_what_waits_with_it_when_it_is_deleted() {
            var endpoint = endpoint(ann, false);
            succeeded(order());
            set(endpoint, Endpoint.State.DELETED);
            assertThat(due(endpoint)).isEmpty();
            var endpoints = scene.store().endpoints();
            assertThat(scene.done(endpoints.list(ann.account()))).isEmpty();
            assertThat(scene.done(endpoints.set(ann.account(), endpoint, Endpoint.State.ACTIVE)))
                    .isFalse();
            var kept = scene.store().deliveries().list(ann.account(), null, 10);
            assertThat(scene.done(kept))
                    .extracting(delivery -> delivery.progress().state())
                    .containsExactly(Delivery.State.DROPPED);
        }

        @Test
        void is_nobody_elses() {
            var endpoint = endpoint(ann, false);
            var bob = scene.account(0);
            var endpoints = scene.store().endpoints();
            assertThat(scene.done(endpoints.list(bob.account()))).isEmpty();
            assertThat(scene.done(endpoints.set(bob.account(), endpoint, Endpoint.State.DELETED)))
                    .isFalse();
            var secret = new SealedSecret("stranger's");
            assertThat(scene.done(
                            endpoints.rotate(bob.account(), endpoint, secret, time.instant())))
                    .isFalse();
            assertThat(secrets(endpoint)).containsExactly("first");
        }

        private void set(EndpointId endpoint, Endpoint.State state) {
            assertThat(scene.done(scene.store().endpoints().set(ann.account(), endpoint, state)))
                    .isTrue();
        }

        @Test
        void signs_with_the_secret_before_until_its_time_is_over() {
            var endpoint = endpoint(ann, false);
            var until = time.instant().plus(Duration.ofHours(24));
            scene.done(scene.store()
                    .endpoints()
                    .rotate(ann.account(), endpoint, new SealedSecret("second"), until));
            assertThat(secrets(endpoint)).containsExactly("second", "first");
            scene.pass(Duration.ofHours(24));
            assertThat(secrets(endpoint)).containsExactly("second");
        }

        private List<String> secrets(EndpointId endpoint) {
            return scene.done(scene.store().endpoints().secrets(endpoint, time.instant())).stream()
                    .map(SealedSecret::base64)
                    .toList();
        }
    }

    @Nested
    class ACallback {
        @Test
        void is_told_of_its_own_task_in_the_dialect_of_its_submit() {
            succeeded(order());
            var lease = succeeded(order().telling(URL));
            assertThat(dueCallbacks())
                    .extracting(Delivery::target)
                    .containsExactly(new Target.OfCallback(lease.task(), URL, "tools"));
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
            assertThat(scene.done(deliveries.fresh(null, 10))).isEmpty();
            succeeded(order());
            succeeded(order());
            var fresh = scene.done(deliveries.fresh(null, 10));
            assertThat(fresh).hasSize(2);
            assertThat(scene.done(deliveries.fresh(fresh.getFirst().place(), 10)))
                    .hasSize(1);
            attempted(fresh.getFirst(), Delivery.State.DELIVERED, time.instant());
            scene.store().reopen();
            assertThat(scene.done(scene.store().deliveries().fresh(null, 10)))
                    .extracting(Delivery::place)
                    .containsExactly(fresh.getLast().place());
        }

        @Test
        void that_was_delivered_is_not_lined_up_again() {
            attempted(delivery, Delivery.State.DELIVERED, time.instant());
            var place = List.of(delivery.place());
            scene.done(scene.store().deliveries().lineUp(place));
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
            assertThat(attempted(
                            delivery, Delivery.State.LINED_UP, time.instant().plusSeconds(5)))
                    .isTrue();
            assertThat(due(endpoint)).isEmpty();
            scene.pass(Duration.ofSeconds(5));
            assertThat(due(endpoint))
                    .extracting(found -> found.progress().attempts())
                    .containsExactly(1);
        }

        @Test
        void keeps_every_attempt_in_order() {
            attempted(delivery, Delivery.State.LINED_UP, time.instant());
            var last = new Attempt(time.instant(), null, Duration.ofSeconds(15), "no answer");
            scene.done(scene.store()
                    .deliveries()
                    .attempted(delivery.place(), last, Delivery.State.FAILED, time.instant()));
            var attempts = scene.done(scene.store().deliveries().attempts(delivery.place()));
            assertThat(attempts).hasSize(2).last().isEqualTo(last);
            assertThat(attempts.getFirst().status()).isEqualTo(503);
        }

        @Test
        void stays_when_it_is_delivered_and_takes_no_further_attempt() {
            attempted(delivery, Delivery.State.DELIVERED, time.instant());
            assertThat(attempted(delivery, Delivery.State.FAILED, time.instant()))
                    .isFalse();
            assertThat(due(endpoint)).isEmpty();
            assertThat(list(null))
                    .extracting(found -> found.progress().state())
                    .containsExactly(Delivery.State.DELIVERED);
            assertThat(scene.done(scene.store().deliveries().attempts(delivery.place())))
                    .hasSize(1);
        }

        @Test
        void can_be_listed_from_any_that_is_known() {
            succeeded(order());
            assertThat(list(null)).hasSize(2);
            assertThat(list(delivery)).hasSize(1);
            assertThat(scene.done(
                            scene.store().deliveries().list(scene.account(0).account(), null, 10)))
                    .isEmpty();
        }

        private List<Delivery> list(@Nullable Delivery known) {
            var after = known == null ? null : known.place();
            return scene.done(scene.store().deliveries().list(ann.account(), after, 10));
        }
    }
}
