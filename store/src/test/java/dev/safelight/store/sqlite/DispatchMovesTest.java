package dev.safelight.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.account.Actor;
import dev.safelight.core.account.KeyAddress;
import dev.safelight.core.webhook.Delivery;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Where things go when a key's address is changed while they wait. */
class DispatchMovesTest extends DispatchSituation {

    private void tellAt(String url) {
        var key = done(harness.keys().list(ann.account(), null, 1))
                .entries()
                .getFirst()
                .handle();
        done(harness.keys().tell(new Actor(ann, "req-1"), key, new KeyAddress(url, "tools")));
    }

    @Test
    void nothing_that_was_read_ahead_goes_to_the_address_before() {
        tellAt(BAD);
        taken();
        receivers.hangs(BAD);
        ended(40);
        settle();
        assertThat(receivers.hanging(BAD)).isEqualTo(4);
        tellAt(GOOD);
        receivers.letGo(BAD, 200);
        pass(Duration.ofSeconds(5));
        assertThat(receivers.received(BAD)).hasSize(5);
        assertThat(receivers.received(GOOD)).hasSize(36);
        assertThat(states()).containsOnly(Delivery.State.DELIVERED);
    }

    @Test
    void what_was_about_to_be_sent_for_the_first_time_goes_to_the_address_after() {
        tellAt(BAD);
        ended(3);
        deliveries.fresh = new CompletableFuture<>();
        settle();
        tellAt(GOOD);
        deliveries.fresh.complete(null);
        pass(Duration.ofSeconds(5));
        assertThat(receivers.received(BAD)).isEmpty();
        assertThat(receivers.received(GOOD)).hasSize(3);
    }

    @Test
    void the_rests_of_the_address_before_are_not_those_of_the_one_after() {
        tellAt(BAD);
        receivers.answers(BAD, 500);
        ended(10);
        pass(Duration.ofSeconds(20));
        int failed = receivers.received(BAD).size();
        tellAt(GOOD);
        pass(Duration.ofSeconds(1));
        assertThat(receivers.received(GOOD)).isNotEmpty();
        assertThat(receivers.received(BAD)).hasSize(failed);
    }
}
