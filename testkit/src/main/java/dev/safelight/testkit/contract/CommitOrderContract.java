package dev.safelight.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.feed.FeedEvent;
import dev.safelight.core.task.Submission;
import dev.safelight.core.task.TaskChange;
import dev.safelight.core.task.TaskEvent;
import dev.safelight.core.task.TaskId;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** In which order things are told that happened in an order. */
abstract class CommitOrderContract extends StoreSituation {
    private final List<TaskChange> told = new ArrayList<>();

    /** What listeners heard and callers were answered, as it came. */
    private final List<String> heard = new ArrayList<>();

    @BeforeEach
    void listen() {
        scene.store().listen(changes -> {
            told.addAll(changes);
            for (var change : changes) heard.add("told " + change.id() + " " + change.status());
        });
    }

    private List<TaskId> submitTogether(int count) {
        var answered = new ArrayList<TaskId>();
        for (int i = 0; i < count; i++) {
            var _ = scene.send(order()).thenAccept(answer -> {
                var task = ((Submission.Accepted) answer).task();
                answered.add(task);
                heard.add("answered " + task);
            });
        }
        scene.store().settle();
        return answered;
    }

    private List<FeedEvent.TaskChanged> feed() {
        var page = scene.done(scene.store().feed().read(ann.account(), null, 1_000));
        return page.entries().stream()
                .map(entry -> entry.event())
                .filter(FeedEvent.TaskChanged.class::isInstance)
                .map(FeedEvent.TaskChanged.class::cast)
                .toList();
    }

    @Test
    void a_feed_has_the_order_of_the_answers() {
        var answered = submitTogether(30);
        answered.addAll(submitTogether(30));
        assertThat(feed()).extracting(FeedEvent.TaskChanged::task).isEqualTo(answered);
    }

    @Test
    void listeners_hear_what_the_feed_tells_in_the_same_order() {
        var worker = scene.worker(4);
        for (int i = 0; i < 4; i++) scene.accepted(order());
        for (var lease : scene.claim(worker, 4)) {
            var _ = tasks().progress(lease, 40);
            var _ = tasks().complete(lease, scene.result(1));
        }
        scene.store().settle();
        assertThat(told)
                .extracting(change -> new FeedEvent.TaskChanged(change.id(), change.entry()))
                .isEqualTo(feed());
    }

    @Test
    void listeners_hear_each_change_once_with_the_task_as_it_left_it() {
        var task = scene.accepted(order());
        scene.done(tasks().cancel(ann.account(), task));
        assertThat(told)
                .extracting(change -> change.entry().kind())
                .containsExactly(TaskEvent.Kind.SUBMITTED, TaskEvent.Kind.CANCELLED);
        for (var change : told)
            assertThat(change.task().stamp().version()).isEqualTo(change.entry().sequence());
        assertThat(told.getLast().task()).isEqualTo(scene.view(ann, task).task());
    }

    @Test
    void listeners_hear_of_a_change_before_its_caller_is_answered() {
        var answered = submitTogether(5);
        for (var task : answered)
            assertThat(heard).containsSubsequence("told " + task + " PENDING", "answered " + task);
    }

    @Test
    void nothing_is_told_of_what_was_refused() {
        scene.submit(order().priced(CREDITS + 1));
        scene.done(tasks().cancel(ann.account(), new TaskId(scene.id())));
        assertThat(told).isEmpty();
        assertThat(feed()).isEmpty();
    }
}
