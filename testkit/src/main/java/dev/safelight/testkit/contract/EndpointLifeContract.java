package dev.safelight.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.access.SealedSecret;
import dev.safelight.core.feed.FeedEvent;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.webhook.AttemptOutcome;
import dev.safelight.core.webhook.Delivery;
import dev.safelight.core.webhook.DisableReason;
import dev.safelight.core.webhook.Endpoint;
import dev.safelight.core.webhook.EndpointId;
import dev.safelight.core.webhook.EndpointVerdict;
import dev.safelight.core.webhook.Endpoints;
import dev.safelight.core.webhook.NewEndpoint;
import dev.safelight.core.webhook.Subscription;
import dev.safelight.core.webhook.Target;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** How an endpoint fares: what its answers make of it, and what its account is told of that. */
abstract class EndpointLifeContract extends DeliverySituation {
    private static final Duration FIVE_DAYS = Duration.ofDays(5);

    private Delivery delivery(EndpointId endpoint) {
        succeeded(order());
        return due(endpoint).getLast();
    }

    private @Nullable DisableReason reason(EndpointId endpoint) {
        return found(endpoint).standing().reason();
    }

    private @Nullable Instant failing(EndpointId endpoint) {
        return found(endpoint).standing().failing();
    }

    private AttemptOutcome again() {
        return again(time.instant());
    }

    @Nested
    class OneThatFails {
        @Test
        void fails_since_its_first_failure_until_a_success_also_after_a_restart() {
            var endpoint = endpoint(ann, false);
            var first = delivery(endpoint);
            var since = time.instant();
            attempted(first, again());
            scene.pass(Duration.ofHours(1));
            attempted(first, again());
            scene.store().reopen();
            assertThat(failing(endpoint)).isEqualTo(since);
            attempted(first, DELIVERED);
            assertThat(failing(endpoint)).isNull();
        }

        @Test
        void is_disabled_after_five_days_of_nothing_else() {
            var endpoint = endpoint(ann, false);
            var first = delivery(endpoint);
            attempted(first, again());
            scene.pass(FIVE_DAYS.minusMillis(1));
            attempted(first, again());
            assertThat(reason(endpoint)).isNull();
            scene.pass(Duration.ofMillis(1));
            attempted(first, again());
            assertThat(reason(endpoint)).isEqualTo(DisableReason.FAILING);
            assertThat(found(endpoint).state()).isEqualTo(Endpoint.State.DISABLED);
            assertThat(toldOfEndpoints())
                    .containsExactly(
                            new FeedEvent.EndpointAdded(endpoint),
                            new FeedEvent.EndpointDisabled(endpoint, DisableReason.FAILING));
        }

        @Test
        void goes_on_when_one_of_many_gets_through() {
            var endpoint = endpoint(ann, false);
            var bad = delivery(endpoint);
            attempted(bad, again());
            scene.pass(FIVE_DAYS.minusDays(1));
            attempted(delivery(endpoint), DELIVERED);
            attempted(bad, again());
            scene.pass(Duration.ofDays(2));
            attempted(bad, new AttemptOutcome.GivenUp());
            assertThat(found(endpoint).state()).isEqualTo(Endpoint.State.ACTIVE);
            assertThat(now(bad).progress().state()).isEqualTo(Delivery.State.FAILED);
        }
    }

    @Nested
    class OneThatIsGone {
        private EndpointId endpoint;
        private Delivery delivery;

        @BeforeEach
        void gone() {
            endpoint = endpoint(ann, false);
            delivery = delivery(endpoint);
            attempted(delivery, new AttemptOutcome.Gone());
        }

        @Test
        void is_disabled_at_once_and_hears_nothing_more() {
            assertThat(reason(endpoint)).isEqualTo(DisableReason.GONE);
            assertThat(now(delivery).progress().state()).isEqualTo(Delivery.State.FAILED);
            succeeded(order());
            assertThat(listed(null, 10)).hasSize(1);
        }

        @Test
        void is_told_again_once_it_is_enabled_with_a_clean_record() {
            set(endpoint, Endpoint.State.ACTIVE);
            assertThat(found(endpoint).standing()).isEqualTo(Endpoint.Standing.NEW);
            succeeded(order());
            assertThat(due(endpoint)).hasSize(1);
        }

        @Test
        void keeps_its_reason_when_its_account_disables_it_too() {
            set(endpoint, Endpoint.State.DISABLED);
            assertThat(reason(endpoint)).isEqualTo(DisableReason.GONE);
        }

        @Test
        void ends_a_callback_and_no_endpoint() {
            var all = endpoint(ann, false);
            succeeded(order().telling(URL));
            var callback = dueCallbacks().getFirst();
            attempted(callback, new AttemptOutcome.Gone());
            assertThat(now(callback).progress().state()).isEqualTo(Delivery.State.FAILED);
            assertThat(found(all).state()).isEqualTo(Endpoint.State.ACTIVE);
        }
    }

    @Nested
    class OneThatIsDeleted {
        @Test
        void may_not_be_sent_to_from_the_answer_on() {
            var endpoint = endpoint(ann, false);
            var delivery = delivery(endpoint);
            var deliveries = scene.store().deliveries();
            assertThat(deliveries.mayBeSent(delivery)).isTrue();
            var deleting = scene.store()
                    .endpoints()
                    .set(ann.account(), endpoint, Endpoint.State.DELETED)
                    .thenApply(done -> deliveries.mayBeSent(delivery));
            assertThat(deliveries.mayBeSent(delivery)).isTrue();
            assertThat(scene.done(deleting)).isFalse();
            scene.store().reopen();
            assertThat(scene.store().deliveries().mayBeSent(delivery)).isFalse();
        }

        @Test
        void takes_no_attempt_that_was_under_way() {
            var endpoint = endpoint(ann, false);
            var delivery = delivery(endpoint);
            set(endpoint, Endpoint.State.DELETED);
            assertThat(attempted(delivery, new AttemptOutcome.Gone())).isFalse();
            assertThat(now(delivery).progress().state()).isEqualTo(Delivery.State.DROPPED);
        }
    }

    @Test
    void its_account_is_told_of_every_change() {
        var endpoint = endpoint(ann, false);
        set(endpoint, Endpoint.State.DISABLED);
        set(endpoint, Endpoint.State.DISABLED);
        set(endpoint, Endpoint.State.ACTIVE);
        set(endpoint, Endpoint.State.ACTIVE);
        scene.done(scene.store()
                .endpoints()
                .rotate(ann.account(), endpoint, new SealedSecret("second"), time.instant()));
        set(endpoint, Endpoint.State.DELETED);
        assertThat(toldOfEndpoints())
                .containsExactly(
                        new FeedEvent.EndpointAdded(endpoint),
                        new FeedEvent.EndpointDisabled(endpoint, DisableReason.BY_ACCOUNT),
                        new FeedEvent.EndpointEnabled(endpoint),
                        new FeedEvent.EndpointRotated(endpoint),
                        new FeedEvent.EndpointDeleted(endpoint));
    }

    @Test
    void it_is_shown_as_it_was_added() {
        var wanted = new Subscription(
                ann.account(), null, URL, "executions", Set.of(), "the first of them");
        var id = new EndpointId(scene.id());
        var added = scene.done(scene.store()
                .endpoints()
                .add(new NewEndpoint(id, wanted, new SealedSecret("first"))));
        var expected = new Endpoint(id, wanted, Endpoint.Standing.NEW, time.instant());
        assertThat(added).isEqualTo(new EndpointVerdict.Added(expected));
        scene.store().reopen();
        assertThat(found(id)).isEqualTo(expected);
        assertThat(endpoints()).containsExactly(expected);
    }

    @Test
    void an_account_has_so_many_and_no_more() {
        for (int i = 1; i < Endpoints.MOST; i++) endpoint(ann, false);
        endpoint(ann, true);
        var last = endpoint(ann, false);
        var wanted = new Subscription(ann.account(), null, URL, "tools", Set.of());
        var more = new NewEndpoint(new EndpointId(scene.id()), wanted, new SealedSecret("s"));
        assertThat(scene.done(scene.store().endpoints().add(more)))
                .isEqualTo(new EndpointVerdict.TooMany(Endpoints.MOST));
        assertThat(endpoints()).hasSize(Endpoints.MOST);
        set(last, Endpoint.State.DELETED);
        assertThat(scene.done(scene.store().endpoints().add(more)))
                .isInstanceOf(EndpointVerdict.Added.class);
    }

    @Test
    void they_are_listed_the_newest_first_in_pages_of_any_size() {
        var added = new ArrayList<EndpointId>();
        for (int i = 0; i < 5; i++) added.add(endpoint(ann, false));
        endpoint(ann, true);
        for (int size = 1; size < 7; size++) assertThat(listed(size)).isEqualTo(added.reversed());
    }

    private List<EndpointId> listed(int size) {
        var all = new ArrayList<EndpointId>();
        Cursor after = null;
        do {
            var page = scene.done(scene.store().endpoints().list(ann.account(), after, size));
            page.entries().forEach(endpoint -> all.add(endpoint.id()));
            after = page.next();
        } while (after != null);
        return all;
    }

    @Test
    void its_deliveries_are_listed_apart_also_when_it_is_deleted() {
        var first = endpoint(ann, false);
        var second = endpoint(ann, false);
        for (int i = 0; i < 3; i++) succeeded(order().telling(URL));
        set(first, Endpoint.State.DELETED);
        assertThat(listed(first, null, 2))
                .hasSize(3)
                .allSatisfy(
                        delivery -> assertThat(((Target.OfEndpoint) delivery.target()).endpoint())
                                .isEqualTo(first));
        assertThat(listed(second, null, 1)).hasSize(3);
        assertThat(listed(null, 100)).hasSize(9);
    }
}
