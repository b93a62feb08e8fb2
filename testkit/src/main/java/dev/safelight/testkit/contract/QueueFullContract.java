package dev.safelight.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.task.Submission;

import org.junit.jupiter.api.Test;

/** A store that takes three live tasks. */
abstract class QueueFullContract extends StoreSituation {
    static final long MOST = 3;

    @Test
    void refuses_what_it_has_no_room_for_and_holds_nothing() {
        for (int i = 0; i < MOST; i++) scene.accepted(order());
        assertThat(scene.submit(order())).isEqualTo(new Submission.QueueFull(MOST));
        assertThat(scene.book(ann).held()).isEqualTo(30);
        assertThat(scene.done(scene.store().reads().countLive())).isEqualTo(MOST);
    }

    @Test
    void counts_what_its_batch_has_taken_up() {
        var first = scene.send(order());
        var second = scene.send(order());
        var third = scene.send(order());
        var fourth = scene.send(order());
        scene.store().settle();
        Scene.ref(first.join());
        Scene.ref(second.join());
        Scene.ref(third.join());
        assertThat(fourth.join()).isEqualTo(new Submission.QueueFull(MOST));
    }

    @Test
    void takes_more_once_something_has_ended() {
        var task = scene.accepted(order());
        for (int i = 1; i < MOST; i++) scene.accepted(order());
        scene.done(tasks().cancel(ann.account(), task));
        scene.accepted(order());
        assertThat(scene.submit(order())).isEqualTo(new Submission.QueueFull(MOST));
    }

    @Test
    void still_repeats_what_came_before() {
        scene.accepted(order().under("k").called("a"));
        for (int i = 1; i < MOST; i++) scene.accepted(order());
        assertThat(scene.submit(order().under("k").called("a")))
                .isInstanceOf(Submission.Replayed.class);
        assertThat(scene.submit(order().called("a"))).isInstanceOf(Submission.Existing.class);
    }

    @Test
    void counts_what_is_live_after_a_restart() {
        for (int i = 0; i < MOST; i++) scene.accepted(order());
        scene.store().reopen();
        assertThat(scene.submit(order())).isEqualTo(new Submission.QueueFull(MOST));
    }
}
