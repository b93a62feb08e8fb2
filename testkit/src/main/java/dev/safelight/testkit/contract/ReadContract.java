package dev.safelight.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.access.Principal;
import dev.safelight.core.session.Session;
import dev.safelight.core.task.LogEntry;
import dev.safelight.core.task.TaskFilter;
import dev.safelight.core.task.TaskRef;
import dev.safelight.core.task.TaskStatus;
import dev.safelight.core.tool.ToolName;
import dev.safelight.core.webhook.Delivery;
import dev.safelight.core.webhook.NewEndpoint;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What can be read, and by whom. */
abstract class ReadContract extends StoreSituation {
    private static final TaskFilter ALL = new TaskFilter(Set.of(), null, null, Map.of(), null, 100);

    private List<TaskRef> list(Principal who, TaskFilter filter) {
        return scene.done(scene.store().reads().list(who.account(), filter)).stream()
                .map(view -> view.task().ref())
                .toList();
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
            scene.done(tasks().cancel(ann.account(), lease.task().id()));
            assertThat(scene.status(ann, lease.task())).isEqualTo(TaskStatus.CANCELLED);
        }

        @Test
        void is_the_same_when_it_may_be_read_on_the_thread_that_asks() {
            var task = scene.accepted(order().noting(Map.of("order", "7")));
            var reads = scene.store().reads();
            assertThat(scene.done(reads.findHere(ann.account(), task.id())))
                    .contains(scene.view(ann, task));
            scene.done(tasks().cancel(ann.account(), task.id()));
            assertThat(scene.done(reads.findHere(ann.account(), task.id())))
                    .contains(scene.view(ann, task));
            var bob = scene.account(0);
            assertThat(scene.done(reads.findHere(bob.account(), task.id()))).isEmpty();
        }

        @Test
        void is_not_there_for_a_stranger_whoever_asks_first() {
            var reads = scene.store().reads();
            var bob = scene.account(0);
            for (boolean ownerFirst : new boolean[] {true, false}) {
                var task = scene.accepted(order());
                if (ownerFirst) scene.view(ann, task);
                for (int again = 0; again < 2; again++) {
                    assertThat(scene.done(reads.find(bob.account(), task.id()))).isEmpty();
                    assertThat(scene.done(reads.findHere(bob.account(), task.id())))
                            .isEmpty();
                    assertThat(scene.done(reads.find(ann.account(), task.id()))).isPresent();
                    assertThat(scene.done(reads.findHere(ann.account(), task.id())))
                            .isPresent();
                }
            }
        }

        @Test
        void is_for_its_own_account_only() {
            var task = scene.accepted(order());
            var bob = scene.account(0);
            scene.view(ann, task);
            assertThat(scene.done(scene.store().reads().find(bob.account(), task.id())))
                    .isEmpty();
            assertThat(scene.done(scene.store().reads().log(bob.account(), task.id(), 0, 9)))
                    .isEmpty();
            assertThat(list(bob, ALL)).isEmpty();
        }
    }

    @Nested
    class AList {
        @Test
        void begins_with_the_newest_and_goes_on_from_any_of_them() {
            var tasks = new ArrayList<TaskRef>();
            for (int i = 0; i < 7; i++) tasks.addFirst(scene.accepted(order()));
            assertThat(list(ann, ALL)).isEqualTo(tasks);
            var page =
                    new TaskFilter(Set.of(), null, null, Map.of(), tasks.get(2).row(), 3);
            assertThat(list(ann, page)).isEqualTo(tasks.subList(3, 6));
        }

        @Test
        void can_be_of_some_states() {
            var worker = scene.worker(1);
            var made = scene.running(order(), worker);
            scene.done(tasks().complete(made, scene.result(0)));
            var waiting = scene.accepted(order());
            var gone = scene.accepted(order());
            scene.done(tasks().cancel(ann.account(), gone.id()));
            assertThat(list(ann, states(TaskStatus.SUCCEEDED))).containsExactly(made.task());
            assertThat(list(ann, states(TaskStatus.PENDING, TaskStatus.CANCELLED)))
                    .containsExactly(gone, waiting);
            assertThat(list(ann, states(TaskStatus.FAILED))).isEmpty();
        }

        private static TaskFilter states(TaskStatus... states) {
            return new TaskFilter(Set.of(states), null, null, Map.of(), null, 100);
        }

        @Test
        void can_be_of_one_tool() {
            scene.accepted(order());
            var speech = scene.accepted(order().of(ToolName.TEXT_TO_SPEECH));
            var filter =
                    new TaskFilter(Set.of(), null, ToolName.TEXT_TO_SPEECH, Map.of(), null, 100);
            assertThat(list(ann, filter)).containsExactly(speech);
            var unknown = new TaskFilter(
                    Set.of(), null, new ToolName("bake-a-cake"), Map.of(), null, 100);
            assertThat(list(ann, unknown)).isEmpty();
        }

        @Test
        void can_be_of_the_callers_own_words() {
            scene.accepted(order().noting(Map.of("order", "7")));
            var both = scene.accepted(order().noting(Map.of("order", "7", "who", "zoe")));
            var filter = new TaskFilter(
                    Set.of(), null, null, Map.of("order", "7", "who", "zoe"), null, 100);
            assertThat(list(ann, filter)).containsExactly(both);
        }

        @Test
        void can_be_of_one_session() {
            Session session = scene.done(
                    scene.store().sessions().create(ann.account(), Sample.session(), "holiday"));
            scene.accepted(order());
            var inside = scene.accepted(order().in(session));
            assertThat(list(ann, new TaskFilter(Set.of(), session, null, Map.of(), null, 100)))
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
            var id = lease.task().id();
            assertThat(scene.done(reads.log(ann.account(), id, 4, 3)))
                    .extracting(LogEntry::sequence)
                    .containsExactly(5L, 6L, 7L);
            assertThat(scene.done(reads.log(ann.account(), id, 10, 3))).isEmpty();
            assertThat(scene.log(ann, lease.task())).hasSize(10);
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

    @Nested
    class AnEndpoint {
        private long endpoint(Principal who, boolean onlyItsKey) {
            var key = onlyItsKey ? who.key() : null;
            return scene.done(scene.store()
                    .outbox()
                    .add(new NewEndpoint(who.account(), key, "https://example.com/hook")));
        }

        private List<Delivery> waiting() {
            return scene.done(scene.store().outbox().waiting(0, 100));
        }

        @Test
        void is_told_once_of_each_task_that_ends_however_it_ends() {
            endpoint(ann, false);
            endpoint(ann, true);
            endpoint(scene.account(0), false);
            var worker = scene.worker(2);
            var made = scene.running(order(), worker);
            scene.done(tasks().complete(made, scene.result(1)));
            var gone = scene.running(order(), worker);
            scene.done(tasks().cancel(ann.account(), gone.task().id()));
            scene.done(tasks().stopped(gone));
            assertThat(waiting()).hasSize(4).doesNotHaveDuplicates();
            assertThat(waiting().stream().map(Delivery::id).distinct()).hasSize(4);
            var body = JsonMapper.shared().readTree(waiting().getFirst().body());
            assertThat(body.get("type").asString()).isEqualTo("task.succeeded");
            assertThat(body.at("/data/taskId").asString())
                    .isEqualTo("task_" + made.task().id());
        }

        @Test
        void is_not_told_of_what_ended_before_it_was_there() {
            var lease = scene.running(order(), scene.worker(1));
            scene.done(tasks().complete(lease, scene.result(0)));
            endpoint(ann, false);
            assertThat(waiting()).isEmpty();
        }

        @Test
        void is_known_after_a_restart() {
            endpoint(ann, false);
            scene.store().reopen();
            var lease = scene.running(order(), scene.worker(1));
            scene.done(tasks().complete(lease, scene.result(0)));
            assertThat(waiting()).hasSize(1);
        }
    }

    @Nested
    class AnAsset {
        @Test
        void is_for_its_own_account_only() {
            var result = scene.result(1);
            var lease = scene.running(order(), scene.worker(1));
            scene.done(tasks().complete(lease, result));
            var bob = scene.account(0);
            var id = result.assets().getFirst().id();
            assertThat(scene.done(scene.store().assets().find(bob.account(), id)))
                    .isEmpty();
            assertThat(scene.done(scene.store().assets().find(id))).isPresent();
        }
    }
}
