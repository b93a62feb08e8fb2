package dev.safelight.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.id.Cursor;
import dev.safelight.core.id.UnknownCursor;
import dev.safelight.core.task.TaskFilter;
import dev.safelight.core.webhook.Attempt;
import dev.safelight.core.webhook.AttemptOutcome;
import dev.safelight.core.webhook.Delivery;
import dev.safelight.core.webhook.EndpointId;
import dev.safelight.core.webhook.Target;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Cursors that the store did not write. */
abstract class CursorContract extends StoreSituation {

    private void isUnknown(CompletableFuture<?> answer) {
        scene.store().settle();
        assertThat(answer)
                .isCompletedExceptionally()
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .havingRootCause()
                .isInstanceOf(UnknownCursor.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "-1", "+1", "A", "007", "9999999999999999", "1 ", "1\n", "ſ"})
    void one_that_is_foreign_is_unknown_wherever_it_is_given(String text) {
        var foreign = new Cursor(text);
        var account = ann.account();
        var store = scene.store();
        isUnknown(store.feed().read(account, foreign, 10));
        isUnknown(store.reads().list(account, after(foreign)));
        isUnknown(store.files().list(account, null, foreign, 10));
        isUnknown(store.assets().digests(time.instant(), foreign, 10));
        var deliveries = store.deliveries();
        isUnknown(deliveries.list(account, null, foreign, 10));
        isUnknown(deliveries.fresh(foreign, 10));
        isUnknown(deliveries.attempts(foreign));
        isUnknown(deliveries.render(foreign, "{}"));
        isUnknown(deliveries.lineUp(List.of(foreign), time.instant()));
        var attempt = new Attempt(time.instant(), 200, Duration.ZERO, "");
        isUnknown(deliveries.attempted(delivery(foreign), attempt, new AttemptOutcome.Delivered()));
        isUnknown(deliveries.find(account, foreign));
        isUnknown(deliveries.replay(account, foreign));
        isUnknown(store.replays().begin(account, new EndpointId(scene.id()), foreign));
        isUnknown(store.endpoints().list(account, foreign, 10));
    }

    private Delivery delivery(Cursor place) {
        var target = new Target.OfEndpoint(
                new EndpointId(scene.id()), null, "https://a.example/x", "tools");
        var progress = new Delivery.Progress(Delivery.State.DECIDED, time.instant(), 0, 0, null);
        return new Delivery(
                place,
                ann.account(),
                target,
                new Delivery.About.OfTest(place),
                time.instant(),
                progress);
    }

    private static TaskFilter after(Cursor place) {
        return new TaskFilter(Set.of(), TaskFilter.Origin.ANY, Map.of(), place, 10);
    }

    @Test
    void one_beyond_the_end_of_the_feed_is_unknown() {
        scene.accepted(order());
        var feed = scene.store().feed();
        var end = scene.done(feed.end());
        scene.accepted(order());
        scene.accepted(order());
        var later = scene.done(feed.end());
        assertThat(scene.done(feed.read(ann.account(), end, 10)).entries()).hasSize(2);
        try (var other = other()) {
            isUnknown(other.feed().read(ann.account(), later, 10));
        }
    }

    /** A fresh store, which has not come so far. */
    private StoreHarness other() {
        return open(time);
    }

    @Test
    void a_payload_of_a_delivery_that_is_not_there_is_unknown_and_spoils_no_batch() {
        var accepted = scene.send(order().under("k"));
        var rendered = scene.store().deliveries().render(new Cursor("zzzz"), "{}");
        var again = scene.send(order().under("k"));
        isUnknown(rendered);
        assertThat(again.join()).isNotEqualTo(accepted.join());
        Scene.ref(accepted.join());
    }

    @Test
    void a_store_that_was_asked_with_one_goes_on() throws Exception {
        try {
            scene.done(scene.store().feed().read(ann.account(), new Cursor("!"), 10));
        } catch (CompletionException refused) {
            assertThat(refused).hasCauseInstanceOf(UnknownCursor.class);
        }
        scene.accepted(order());
        assertThat(scene.done(scene.store().feed().read(ann.account(), null, 10))
                        .entries())
                .hasSize(3);
    }
}
