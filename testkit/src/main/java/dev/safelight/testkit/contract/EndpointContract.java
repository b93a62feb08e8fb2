package dev.safelight.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.access.SealedSecret;
import dev.safelight.core.task.Lease;
import dev.safelight.core.task.WriteOutcome;
import dev.safelight.core.webhook.Delivery;
import dev.safelight.core.webhook.Endpoint;
import dev.safelight.core.webhook.EndpointId;
import dev.safelight.core.webhook.NewEndpoint;
import dev.safelight.core.webhook.Occasion;
import dev.safelight.core.webhook.Subscription;
import dev.safelight.core.webhook.Target;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Who is told of what: endpoints as they come, change and go. */
abstract class EndpointContract extends DeliverySituation {

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
                        new Delivery.About.OfTask(made.task(), 3),
                        new Delivery.About.OfTask(gone.task(), 3));
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
        assertThat(linesDue()).isEmpty();
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
        assertThat(endpoints()).isEmpty();
        assertThat(scene.done(endpoints.find(ann.account(), endpoint))).isEmpty();
        assertThat(scene.done(endpoints.set(ann.account(), endpoint, Endpoint.State.ACTIVE)))
                .isFalse();
        assertThat(listed(null, 10))
                .extracting(delivery -> delivery.progress().state())
                .containsExactly(Delivery.State.DROPPED);
    }

    @Test
    void is_nobody_elses() {
        var endpoint = endpoint(ann, false);
        var bob = scene.account(0);
        var endpoints = scene.store().endpoints();
        assertThat(scene.done(endpoints.list(bob.account(), null, 10)).entries())
                .isEmpty();
        assertThat(scene.done(endpoints.find(bob.account(), endpoint))).isEmpty();
        assertThat(scene.done(endpoints.set(bob.account(), endpoint, Endpoint.State.DELETED)))
                .isFalse();
        var secret = new SealedSecret("stranger's");
        assertThat(scene.done(endpoints.rotate(bob.account(), endpoint, secret, time.instant())))
                .isFalse();
        assertThat(secrets(endpoint)).containsExactly("first");
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
                .map(SealedSecret::text)
                .toList();
    }

    @Nested
    class ThatGoesInTheSameBatchAsAnEnd {
        private EndpointId endpoint;
        private Lease lease;

        @BeforeEach
        void listen() {
            endpoint = endpoint(ann, false);
            lease = scene.running(order(), scene.worker(2));
        }

        private CompletableFuture<Boolean> send(Endpoint.State state) {
            return scene.store().endpoints().set(ann.account(), endpoint, state);
        }

        private CompletableFuture<WriteOutcome> complete() {
            return tasks().complete(lease, scene.result(1));
        }

        private List<Delivery.State> states() {
            return listed(null, 10).stream()
                    .map(delivery -> delivery.progress().state())
                    .toList();
        }

        @Test
        void drops_what_was_decided_before_it_was_deleted() {
            var ended = complete();
            var deleted = send(Endpoint.State.DELETED);
            scene.store().settle();
            assertThat(ended.join()).isEqualTo(WriteOutcome.STORED);
            assertThat(deleted.join()).isTrue();
            assertThat(states()).containsExactly(Delivery.State.DROPPED);
        }

        @Test
        void is_not_told_of_what_ends_after_it_was_deleted() {
            var deleted = send(Endpoint.State.DELETED);
            var ended = complete();
            scene.store().settle();
            assertThat(deleted.join()).isTrue();
            assertThat(ended.join()).isEqualTo(WriteOutcome.STORED);
            assertThat(states()).isEmpty();
        }

        @Test
        void keeps_what_was_decided_before_it_was_disabled() {
            var _ = complete();
            var _ = send(Endpoint.State.DISABLED);
            scene.store().settle();
            assertThat(states()).containsExactly(Delivery.State.LINED_UP);
            assertThat(fresh()).isEmpty();
        }

        @Test
        void is_not_told_of_what_ends_after_it_was_disabled() {
            var _ = send(Endpoint.State.DISABLED);
            var _ = complete();
            scene.store().settle();
            assertThat(states()).isEmpty();
        }

        @Test
        void is_told_of_what_ends_after_it_was_enabled() {
            set(endpoint, Endpoint.State.DISABLED);
            var _ = send(Endpoint.State.ACTIVE);
            var _ = complete();
            scene.store().settle();
            assertThat(due(endpoint)).hasSize(1);
        }

        @Test
        void is_told_once_however_often_it_is_enabled() {
            for (int i = 0; i < 3; i++) {
                var _ = send(Endpoint.State.ACTIVE);
            }
            var _ = complete();
            scene.store().settle();
            assertThat(states()).containsExactly(Delivery.State.DECIDED);
        }

        @Test
        void is_told_of_what_ends_after_it_was_added() {
            var added = new EndpointId(scene.id());
            var wanted = new Subscription(ann.account(), null, URL, "tools", Set.of());
            var _ = scene.store()
                    .endpoints()
                    .add(new NewEndpoint(added, wanted, new SealedSecret("first")));
            var _ = complete();
            scene.store().settle();
            assertThat(due(added)).hasSize(1);
        }
    }

    @Test
    void is_passed_over_while_it_is_disabled_and_told_the_rest_later() {
        var endpoint = endpoint(ann, false);
        var other = endpoint(ann, false);
        var lease = succeeded(order().telling(URL));
        set(endpoint, Endpoint.State.DISABLED);
        assertThat(fresh())
                .extracting(Delivery::target)
                .containsExactlyInAnyOrder(
                        new Target.OfEndpoint(other, null, URL, "tools"),
                        new Target.OfCallback(lease.task(), key(ann), URL, "tools"));
        assertThat(due(endpoint)).isEmpty();
        set(endpoint, Endpoint.State.ACTIVE);
        assertThat(due(endpoint)).hasSize(1);
    }

    @Test
    void has_nothing_due_while_it_is_disabled() {
        var endpoint = endpoint(ann, false);
        succeeded(order());
        assertThat(due(endpoint)).hasSize(1);
        set(endpoint, Endpoint.State.DISABLED);
        assertThat(due(endpoint)).isEmpty();
        set(endpoint, Endpoint.State.ACTIVE);
        assertThat(due(endpoint)).hasSize(1);
    }

    @Test
    void is_told_only_of_what_it_asked_for_also_after_a_restart_and_a_pause() {
        var picky = endpoint(ann, false, Set.of(Occasion.TASK_CANCELLED, Occasion.TASK_FAILED));
        var all = endpoint(ann, false);
        for (int i = 0; i < 3; i++) {
            succeeded(order());
            scene.done(tasks().cancel(ann.account(), scene.accepted(order())));
            assertThat(due(picky)).hasSize(i + 1);
            assertThat(due(all)).hasSize(2 * (i + 1));
            set(picky, Endpoint.State.DISABLED);
            set(picky, Endpoint.State.ACTIVE);
            if (i == 1) scene.store().reopen();
        }
        assertThat(endpoints())
                .last()
                .extracting(endpoint -> endpoint.subscription().events())
                .isEqualTo(Set.of(Occasion.TASK_CANCELLED, Occasion.TASK_FAILED));
    }
}
