package dev.safelight.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.safelight.core.feed.FeedEvent;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.id.PassedCursor;
import dev.safelight.core.id.UnknownCursor;
import dev.safelight.core.webhook.Delivery;
import dev.safelight.core.webhook.Endpoint;
import dev.safelight.core.webhook.EndpointId;
import dev.safelight.core.webhook.Occasion;
import dev.safelight.core.webhook.Replay;
import dev.safelight.core.webhook.ReplayQueue;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

/** An endpoint is told again what happened since a place in the feed. */
abstract class ReplaySinceContract extends DeliverySituation {

    private Cursor end() {
        return scene.done(scene.store().feed().end());
    }

    private ReplayQueue replays() {
        return scene.store().replays();
    }

    private boolean begin(EndpointId endpoint, @Nullable Cursor after) {
        return scene.done(replays().begin(ann.account(), endpoint, after));
    }

    private List<Replay> underWay() {
        return scene.done(replays().underWay());
    }

    @Test
    void is_known_until_it_has_come_to_its_end_also_after_a_restart() {
        var endpoint = endpoint(ann, false);
        var from = end();
        succeeded(order());
        assertThat(begin(endpoint, from)).isTrue();
        var expected = new Replay(ann.account(), endpoint, from, end(), 0);
        succeeded(order());
        scene.store().reopen();
        assertThat(underWay()).containsExactly(expected);
        var half = scene.done(scene.store().feed().read(ann.account(), from, 1)).next();
        scene.done(replays().carryOn(expected, List.of(), half));
        assertThat(underWay())
                .extracting(Replay::at, Replay::until)
                .containsExactly(tuple(half, expected.until()));
        scene.done(replays().carryOn(underWay().getFirst(), List.of(), end()));
        assertThat(underWay()).isEmpty();
    }

    @Test
    void that_retention_has_passed_is_refused_with_the_earliest_one() {
        var endpoint = endpoint(ann, false);
        var early = end();
        succeeded(order());
        var mark = end();
        scene.store().removeLog(mark);
        succeeded(order());
        assertThatThrownBy(() -> begin(endpoint, early))
                .cause()
                .isInstanceOfSatisfying(
                        PassedCursor.class,
                        passed -> assertThat(passed.earliest()).isEqualTo(mark));
        assertThat(underWay()).isEmpty();
        assertThat(begin(endpoint, mark)).isTrue();
    }

    @Test
    void beyond_the_end_of_the_log_is_unknown() {
        var endpoint = endpoint(ann, false);
        succeeded(order());
        var end = end();
        var beyond = new Cursor(end.text() + "0");
        assertThatThrownBy(() -> begin(endpoint, beyond)).hasCauseInstanceOf(UnknownCursor.class);
        assertThat(begin(endpoint, end)).isTrue();
    }

    @Test
    void of_all_begins_at_the_earliest_that_is_kept() {
        var endpoint = endpoint(ann, false);
        succeeded(order());
        var mark = end();
        scene.store().removeLog(mark);
        succeeded(order());
        assertThat(begin(endpoint, null)).isTrue();
        assertThat(underWay()).extracting(Replay::at).containsExactly(mark);
    }

    @Test
    void lines_up_what_is_there_and_makes_what_is_not() {
        var early = endpoint(ann, false);
        succeeded(order());
        var late = endpoint(ann, false);
        var known = due(early).getFirst();
        attempted(known, DELIVERED);
        for (var endpoint : List.of(early, late)) {
            begin(endpoint, null);
            var replay = underWay().getFirst();
            var entry = entry(known);
            scene.done(replays()
                    .carryOn(
                            replay,
                            List.of(new ReplayQueue.Told(entry, Occasion.TASK_SUCCEEDED)),
                            end()));
        }
        assertThat(due(early)).extracting(Delivery::place).containsExactly(known.place());
        assertThat(due(late)).extracting(Delivery::about).containsExactly(known.about());
        assertThat(due(late)).extracting(Delivery::at).containsExactly(known.at());
    }

    /** Where the end of her only task stands in the feed. */
    private Cursor entry(Delivery delivery) {
        return scene.done(scene.store().feed().read(ann.account(), null, 1_000)).entries().stream()
                .filter(entry -> isAbout(delivery, entry.event()))
                .findFirst()
                .orElseThrow()
                .cursor();
    }

    private static boolean isAbout(Delivery delivery, FeedEvent event) {
        return event instanceof FeedEvent.TaskChanged(var task, var line)
                && delivery.about().equals(new Delivery.About.OfTask(task, line.sequence()));
    }

    @Test
    void makes_nothing_that_the_endpoint_does_not_want_to_hear() {
        endpoint(ann, false);
        succeeded(order());
        var known = fresh().getFirst();
        var picky = endpoint(ann, false, Set.of(Occasion.TASK_FAILED));
        begin(picky, null);
        scene.done(replays()
                .carryOn(
                        underWay().getFirst(),
                        List.of(new ReplayQueue.Told(entry(known), Occasion.TASK_SUCCEEDED)),
                        end()));
        assertThat(due(picky)).isEmpty();
    }

    @Test
    void that_began_again_meanwhile_takes_no_late_page() {
        var endpoint = endpoint(ann, false);
        succeeded(order());
        var known = due(endpoint).getFirst();
        attempted(known, DELIVERED);
        begin(endpoint, null);
        var stale = underWay().getFirst();
        begin(endpoint, end());
        scene.done(replays()
                .carryOn(
                        stale,
                        List.of(new ReplayQueue.Told(entry(known), Occasion.TASK_SUCCEEDED)),
                        end()));
        assertThat(due(endpoint)).isEmpty();
        assertThat(underWay()).hasSize(1);
    }

    @Test
    void waits_while_its_endpoint_is_disabled_and_goes_with_it() {
        var endpoint = endpoint(ann, false);
        begin(endpoint, null);
        set(endpoint, Endpoint.State.DISABLED);
        assertThat(underWay()).isEmpty();
        set(endpoint, Endpoint.State.ACTIVE);
        assertThat(underWay()).hasSize(1);
        set(endpoint, Endpoint.State.DELETED);
        assertThat(underWay()).isEmpty();
        assertThat(begin(endpoint, null)).isFalse();
    }

    @Test
    void tells_how_much_waits() {
        var endpoint = endpoint(ann, false);
        for (int i = 0; i < 3; i++) succeeded(order());
        assertThat(due(endpoint)).hasSize(3);
        begin(endpoint, null);
        assertThat(underWay()).extracting(Replay::waiting).containsExactly(3L);
    }
}
