package dev.safelight.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.feed.FeedEvent;
import dev.safelight.core.webhook.AttemptOutcome;
import dev.safelight.core.webhook.Delivery;
import dev.safelight.core.webhook.DisableReason;
import dev.safelight.core.webhook.Endpoint;
import dev.safelight.core.webhook.EndpointId;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A store in which three deliveries of an endpoint may not have ended. */
abstract class BacklogContract extends DeliverySituation {
    static final long MOST = 3;
    private EndpointId endpoint;

    @BeforeEach
    void listen() {
        endpoint = endpoint(ann, false);
    }

    private void ended(int tasks) {
        for (int i = 0; i < tasks; i++) succeeded(order());
    }

    private Endpoint.State state() {
        return found(endpoint).state();
    }

    @Test
    void is_disabled_when_one_more_would_wait_and_keeps_what_waits() {
        ended(3);
        assertThat(state()).isEqualTo(Endpoint.State.ACTIVE);
        ended(2);
        assertThat(found(endpoint).standing().reason()).isEqualTo(DisableReason.BACKLOG);
        assertThat(listed(null, 10)).hasSize(3);
        assertThat(toldOfEndpoints())
                .last()
                .isEqualTo(new FeedEvent.EndpointDisabled(endpoint, DisableReason.BACKLOG));
    }

    @Test
    void counts_what_has_not_ended_alone() {
        ended(3);
        var waiting = due(endpoint);
        attempted(waiting.get(0), DELIVERED);
        attempted(waiting.get(1), new AttemptOutcome.GivenUp());
        attempted(waiting.get(2), again(time.instant()));
        ended(2);
        assertThat(state()).isEqualTo(Endpoint.State.ACTIVE);
        ended(1);
        assertThat(state()).isEqualTo(Endpoint.State.DISABLED);
    }

    @Test
    void counts_as_much_after_a_restart_whether_somebody_looked_at_it_or_not() {
        ended(2);
        assertThat(due(endpoint)).hasSize(2);
        ended(1);
        scene.store().reopen();
        assertThat(state()).isEqualTo(Endpoint.State.ACTIVE);
        ended(1);
        assertThat(state()).isEqualTo(Endpoint.State.DISABLED);
    }

    @Test
    void disables_nobody_else() {
        var other = endpoint(ann, false);
        ended(3);
        for (var delivery : due(other)) attempted(delivery, DELIVERED);
        ended(1);
        assertThat(found(other).state()).isEqualTo(Endpoint.State.ACTIVE);
        assertThat(due(other)).hasSize(1);
        assertThat(state()).isEqualTo(Endpoint.State.DISABLED);
    }

    @Test
    void has_room_again_when_it_is_enabled_though_all_of_it_still_waits() {
        ended(4);
        set(endpoint, Endpoint.State.ACTIVE);
        scene.store().reopen();
        ended(3);
        assertThat(state()).isEqualTo(Endpoint.State.ACTIVE);
        assertThat(due(endpoint)).hasSize(6);
        ended(1);
        assertThat(state()).isEqualTo(Endpoint.State.DISABLED);
    }

    @Test
    void counts_what_is_replayed() {
        ended(3);
        for (var delivery : due(endpoint)) attempted(delivery, DELIVERED);
        for (var delivery : listed(null, 10)) replayed(delivery);
        for (var delivery : listed(null, 10)) replayed(delivery);
        ended(1);
        assertThat(state()).isEqualTo(Endpoint.State.DISABLED);
    }

    private void replayed(Delivery delivery) {
        assertThat(scene.done(scene.store().deliveries().replay(ann.account(), delivery.place())))
                .isPresent();
    }

    @Test
    void in_one_batch_counts_what_the_batch_decided() {
        ended(2);
        var worker = scene.worker(2);
        var first = scene.running(order(), worker);
        var second = scene.running(order(), worker);
        var _ = tasks().complete(first, scene.result(1));
        var _ = tasks().complete(second, scene.result(1));
        scene.store().settle();
        assertThat(state()).isEqualTo(Endpoint.State.DISABLED);
        assertThat(listed(null, 10))
                .extracting(delivery -> delivery.progress().state())
                .containsOnly(Delivery.State.LINED_UP)
                .hasSize(3);
    }
}
