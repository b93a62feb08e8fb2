package dev.safelight.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.access.Principal;
import dev.safelight.core.id.KeyId;
import dev.safelight.core.session.Session;
import dev.safelight.core.task.LogEntry;
import dev.safelight.core.task.Moment;
import dev.safelight.core.task.TaskFilter;
import dev.safelight.core.task.TaskFilter.Origin;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.TaskPage;
import dev.safelight.core.task.TaskStatus;
import dev.safelight.core.task.TaskView;
import dev.safelight.core.tool.ToolName;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What can be read, and by whom. */
abstract class ReadContract extends StoreSituation {
    private static final TaskFilter ALL = TaskFilter.newest(100);

    private List<TaskId> list(Principal who, TaskFilter filter) {
        return ids(page(who, filter));
    }

    private TaskPage page(Principal who, TaskFilter filter) {
        return scene.done(scene.store().reads().list(who.account(), filter));
    }

    private static List<TaskId> ids(TaskPage page) {
        return page.tasks().stream().map(TaskView::id).toList();
    }

    @Nested
    class AView {
        @Test
        void shows_each_write_that_was_acknowledged_before_it_was_asked_for() {
            var worker = scene.worker(1);
            var lease = scene.running(order(), worker);
            for (int percent = 1; percent <= 20; percent++) {
                scene.done(tasks().progress(lease, percent));
                assertThat(scene.view(ann, lease.task()).progress()).isEqualTo(percent);
                assertThat(scene.view(ann, lease.task()).progress()).isEqualTo(percent);
            }
            scene.done(tasks().cancel(ann.account(), lease.task()));
            assertThat(scene.status(ann, lease.task())).isEqualTo(TaskStatus.CANCELLED);
        }

        @Test
        void is_the_same_when_it_may_be_read_on_the_thread_that_asks() {
            var task = scene.accepted(order().noting(Map.of("order", "7")));
            var reads = scene.store().reads();
            assertThat(scene.done(reads.findHere(ann.account(), task)))
                    .contains(scene.view(ann, task));
            scene.done(tasks().cancel(ann.account(), task));
            assertThat(scene.done(reads.findHere(ann.account(), task)))
                    .contains(scene.view(ann, task));
            var bob = scene.account(0);
            assertThat(scene.done(reads.findHere(bob.account(), task))).isEmpty();
        }

        @Test
        void is_not_there_for_a_stranger_whoever_asks_first() {
            var reads = scene.store().reads();
            var bob = scene.account(0);
            for (boolean ownerFirst : new boolean[] {true, false}) {
                var task = scene.accepted(order());
                if (ownerFirst) scene.view(ann, task);
                for (int again = 0; again < 2; again++) {
                    assertThat(scene.done(reads.find(bob.account(), task))).isEmpty();
                    assertThat(scene.done(reads.findHere(bob.account(), task))).isEmpty();
                    assertThat(scene.done(reads.find(ann.account(), task))).isPresent();
                    assertThat(scene.done(reads.findHere(ann.account(), task))).isPresent();
                }
            }
        }

        @Test
        void is_for_its_own_account_only() {
            var task = scene.accepted(order());
            var bob = scene.account(0);
            scene.view(ann, task);
            assertThat(scene.done(scene.store().reads().find(bob.account(), task)))
                    .isEmpty();
            assertThat(scene.done(scene.store().reads().log(bob.account(), task, 0, 9)))
                    .isEmpty();
            assertThat(list(bob, ALL)).isEmpty();
        }
    }

    @Nested
    class AList {
        @Test
        void begins_with_the_newest_and_goes_on_page_by_page() {
            var tasks = new ArrayList<TaskId>();
            for (int i = 0; i < 7; i++) tasks.addFirst(scene.accepted(order()));
            assertThat(list(ann, ALL)).isEqualTo(tasks);
            var first = page(ann, TaskFilter.newest(3));
            assertThat(ids(first)).isEqualTo(tasks.subList(0, 3));
            var second = page(ann, after(first));
            assertThat(ids(second)).isEqualTo(tasks.subList(3, 6));
            var last = page(ann, after(second));
            assertThat(ids(last)).isEqualTo(tasks.subList(6, 7));
            assertThat(last.next()).isNull();
        }

        @Test
        void has_no_next_page_when_the_last_one_is_just_full() {
            for (int i = 0; i < 3; i++) scene.accepted(order());
            assertThat(page(ann, TaskFilter.newest(3)).next()).isNull();
            assertThat(page(ann, TaskFilter.newest(2)).next()).isNotNull();
            assertThat(page(scene.account(0), TaskFilter.newest(3)).next()).isNull();
        }

        @Test
        void ends_a_page_early_when_its_tasks_have_made_very_many_files() {
            var tasks = new ArrayList<TaskId>();
            var worker = scene.worker(1);
            for (int files : List.of(400, 400, 300, 1_200)) {
                var lease = scene.running(order(), worker);
                scene.done(tasks().complete(lease, scene.result(files)));
                tasks.addFirst(lease.task());
            }
            var first = page(ann, TaskFilter.newest(3));
            assertThat(ids(first)).isEqualTo(tasks.subList(0, 1));
            var second = page(ann, after(first));
            assertThat(ids(second)).isEqualTo(tasks.subList(1, 3));
            var last = page(ann, after(second));
            assertThat(ids(last)).isEqualTo(tasks.subList(3, 4));
            assertThat(last.next()).isNull();
        }

        private static TaskFilter after(TaskPage page) {
            return new TaskFilter(Set.of(), Origin.ANY, Map.of(), page.next(), 3);
        }

        private static TaskFilter from(Origin origin) {
            return new TaskFilter(Set.of(), origin, Map.of(), null, 100);
        }

        @Test
        void can_be_of_one_key() {
            var task = scene.accepted(order());
            assertThat(list(ann, from(new Origin(null, ann.key(), null, null))))
                    .containsExactly(task);
            var other = new KeyId(ann.key().number() + 1);
            assertThat(list(ann, from(new Origin(null, other, null, null)))).isEmpty();
        }

        @Test
        void can_be_of_one_model() {
            scene.accepted(order());
            var task = scene.accepted(order().with("model-2"));
            assertThat(list(ann, from(new Origin(null, null, null, "model-2"))))
                    .containsExactly(task);
            assertThat(list(ann, from(new Origin(null, null, null, "model-3")))).isEmpty();
        }

        @Test
        void of_a_session_shows_nothing_to_another_account() {
            var session = scene.done(
                    scene.store().sessions().create(ann.account(), Sample.session(), "holiday"));
            scene.accepted(order().in(session.id()));
            var filter = from(new Origin(session.id(), null, null, null));
            assertThat(list(scene.account(0), filter)).isEmpty();
        }

        @Test
        void can_be_of_some_states() {
            var worker = scene.worker(1);
            var made = scene.running(order(), worker);
            scene.done(tasks().complete(made, scene.result(0)));
            var waiting = scene.accepted(order());
            var gone = scene.accepted(order());
            scene.done(tasks().cancel(ann.account(), gone));
            assertThat(list(ann, states(TaskStatus.SUCCEEDED))).containsExactly(made.task());
            assertThat(list(ann, states(TaskStatus.PENDING, TaskStatus.CANCELLED)))
                    .containsExactly(gone, waiting);
            assertThat(list(ann, states(TaskStatus.FAILED))).isEmpty();
        }

        private static TaskFilter states(TaskStatus... states) {
            return new TaskFilter(Set.of(states), Origin.ANY, Map.of(), null, 100);
        }

        @Test
        void can_be_of_one_tool() {
            scene.accepted(order());
            var speech = scene.accepted(order().of(ToolName.TEXT_TO_SPEECH));
            assertThat(list(ann, tool(ToolName.TEXT_TO_SPEECH))).containsExactly(speech);
            assertThat(list(ann, tool(new ToolName("bake-a-cake")))).isEmpty();
        }

        private static TaskFilter tool(ToolName tool) {
            return from(new Origin(null, null, tool, null));
        }

        @Test
        void can_be_of_the_callers_own_words() {
            scene.accepted(order().noting(Map.of("order", "7")));
            var both = scene.accepted(order().noting(Map.of("order", "7", "who", "zoe")));
            var filter = new TaskFilter(
                    Set.of(), Origin.ANY, Map.of("order", "7", "who", "zoe"), null, 100);
            assertThat(list(ann, filter)).containsExactly(both);
        }

        @Test
        void can_be_of_one_session() {
            Session session = scene.done(
                    scene.store().sessions().create(ann.account(), Sample.session(), "holiday"));
            scene.accepted(order());
            var inside = scene.accepted(order().in(session.id()));
            assertThat(list(ann, from(new Origin(session.id(), null, null, null))))
                    .containsExactly(inside);
        }
    }

    @Nested
    class ALog {
        @Test
        void goes_on_after_any_entry_of_it() {
            var lease = scene.running(order(), scene.worker(1));
            for (int i = 1; i <= 8; i++) scene.done(tasks().progress(lease, i));
            var reads = scene.store().reads();
            var id = lease.task();
            assertThat(scene.done(reads.log(ann.account(), id, 4, 3)))
                    .extracting(LogEntry::sequence)
                    .containsExactly(5L, 6L, 7L);
            assertThat(scene.done(reads.log(ann.account(), id, 10, 3))).isEmpty();
            assertThat(scene.log(ann, lease.task())).hasSize(10);
        }

        @Test
        void shows_the_task_as_of_each_entry_and_not_as_of_now() {
            var bob = scene.account(0);
            var lease = scene.running(order(), scene.worker(1));
            scene.done(tasks().progress(lease, 40));
            scene.done(tasks().cancel(ann.account(), lease.task()));
            var reads = scene.store().reads();
            var moments = scene.done(reads.moments(ann.account(), lease.task(), 1, 2));
            assertThat(moments)
                    .extracting(moment -> moment.entry().sequence())
                    .containsExactly(2L, 3L);
            assertThat(moments.getLast().view().status()).isEqualTo(TaskStatus.RUNNING);
            assertThat(moments.getLast().view().progress()).isEqualTo(40);
            assertThat(scene.done(reads.moments(ann.account(), lease.task(), 3, 9)))
                    .extracting(Moment::view)
                    .containsExactly(scene.view(ann, lease.task()));
            assertThat(scene.done(reads.moments(ann.account(), lease.task(), 4, 9)))
                    .isEmpty();
            assertThat(scene.done(reads.moments(bob.account(), lease.task(), 0, 9)))
                    .isEmpty();
        }
    }

    @Nested
    class ASession {
        @Test
        void is_for_its_own_account_only() {
            var sessions = scene.store().sessions();
            var made = scene.done(sessions.create(ann.account(), Sample.session(), "a title"));
            assertThat(scene.done(sessions.find(ann.account(), made.id()))).contains(made);
            var bob = scene.account(0);
            assertThat(scene.done(sessions.find(bob.account(), made.id()))).isEmpty();
        }
    }

    @Nested
    class Jobs {
        @Test
        void come_in_the_order_of_their_leases() {
            for (int i = 0; i < 5; i++) scene.accepted(order().saying("{\"n\":" + i + "}"));
            var leases = scene.claim(scene.worker(5), 5).reversed();
            var jobs = scene.done(scene.store().jobs().of(leases));
            assertThat(jobs)
                    .extracting(job -> job.input().get("n").asInt())
                    .containsExactly(4, 3, 2, 1, 0);
        }
    }
}
