package dev.safelight.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.access.Principal;
import dev.safelight.core.access.SealedSecret;
import dev.safelight.core.account.ActVerdict;
import dev.safelight.core.account.Actor;
import dev.safelight.core.account.KeyAddress;
import dev.safelight.core.task.Submission;
import dev.safelight.core.webhook.Endpoint;
import dev.safelight.core.webhook.EndpointId;
import dev.safelight.core.webhook.NewEndpoint;
import dev.safelight.core.webhook.Subscription;
import dev.safelight.testkit.contract.Order;
import dev.safelight.testkit.contract.Scene;
import dev.safelight.testkit.time.VirtualTime;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** What an endpoint was still to be told when it goes is dropped, some rows a batch. */
class DroppedDeliveriesTest {
    private static final int MANY = 2_500;
    private static final String URL = "https://a.example/x";

    private final VirtualTime time = new VirtualTime(Instant.parse("2026-11-22T12:00:00Z"));
    private final SqliteHarness harness =
            new SqliteHarness(new StoreSettings.Location.Memory("dropped"), time);
    private final Scene scene = new Scene(harness, time);
    private final Principal ann = scene.account(0);

    @AfterEach
    void close() {
        harness.close();
    }

    private void tell(@Nullable KeyAddress address) {
        var key = scene.done(harness.keys().list(ann.account(), null, 1))
                .entries()
                .getFirst()
                .handle();
        assertThat(scene.done(harness.keys().tell(new Actor(ann, "req"), key, address)))
                .isInstanceOf(ActVerdict.Done.class);
    }

    private void ended(int tasks) {
        var sent = IntStream.range(0, tasks)
                .mapToObj(at -> scene.send(Order.by(ann).priced(0)))
                .toList();
        harness.settle();
        for (var each : sent) {
            var accepted = (Submission.Accepted) each.join();
            var _ = harness.tasks().cancel(ann.account(), accepted.task());
        }
        harness.settle();
    }

    private long count(String where) {
        var count = new AtomicLong();
        harness.onWriter(
                db -> count.set(db.number("SELECT count(*) FROM delivery WHERE " + where)));
        return count.get();
    }

    @Test
    void all_that_waits_for_the_address_of_a_key_is_dropped_once_it_is_taken_away() {
        tell(new KeyAddress(URL, "tools"));
        ended(MANY);
        assertThat(count("state=0")).isEqualTo(MANY);
        tell(null);
        harness.settle();
        assertThat(count("state=3")).isEqualTo(MANY);
    }

    @Test
    void all_that_waits_for_an_endpoint_is_dropped_once_it_is_deleted() {
        var endpoint = new EndpointId(scene.id());
        var wanted = new Subscription(ann.account(), null, URL, "executions", Set.of());
        var added = new NewEndpoint(endpoint, wanted, new SealedSecret("s"));
        scene.done(harness.endpoints().add(added));
        ended(MANY);
        scene.done(harness.endpoints().set(ann.account(), endpoint, Endpoint.State.DELETED));
        harness.settle();
        assertThat(count("state=3")).isEqualTo(MANY);
    }
}
