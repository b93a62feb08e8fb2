package dev.safelight.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.asset.Asset;
import dev.safelight.core.asset.AssetId;
import dev.safelight.core.asset.NewAsset;
import dev.safelight.core.task.Result;
import dev.safelight.core.task.Submission;
import dev.safelight.core.task.TaskState;
import dev.safelight.core.task.TaskStatus;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which files are found, and by whom. */
abstract class AssetContract extends StoreSituation {
    @Test
    void is_for_its_own_account_only() {
        var result = scene.result(1);
        var lease = scene.running(order(), scene.worker(1));
        scene.done(tasks().complete(lease, result));
        var bob = scene.account(0);
        var id = result.assets().getFirst().id();
        assertThat(scene.done(scene.store().assets().find(bob.account(), id))).isEmpty();
        assertThat(scene.done(scene.store().assets().find(id))).isPresent();
    }

    @Nested
    class ThatATaskNames {
        private final Duration day = Duration.ofDays(1);

        /** Two files of an ended task: one that is kept, and one that goes after a day. */
        private List<NewAsset> files() {
            var lease = scene.running(order(), scene.worker(1));
            var made = scene.result(2);
            scene.done(tasks().complete(lease, made));
            return made.assets();
        }

        private AssetId id(int at, List<NewAsset> files) {
            return files.get(at).id();
        }

        private boolean isInUse(NewAsset file) {
            var page = scene.done(scene.store().assets().digests(time.instant(), null, 1_000));
            return page.digests().contains(file.blob().sha256());
        }

        private Order lasting() {
            var long_ = Duration.ofDays(9);
            return order().waitingAtMost(long_).runningAtMost(long_);
        }

        @Test
        void comes_with_its_job_and_its_facts() {
            var files = files();
            var lease = scene.running(order().naming(id(1, files), id(0, files)), scene.worker(1));
            var job = scene.done(scene.store().jobs().of(List.of(lease))).getFirst();
            assertThat(job.files())
                    .extracting(Asset::file)
                    .containsExactlyInAnyOrderElementsOf(files);
        }

        @Test
        void is_the_accounts_own_or_the_submit_is_refused_and_nothing_is_held() {
            var files = files();
            var before = scene.book(ann);
            var bob = scene.account(CREDITS);
            assertThat(scene.submit(Order.by(bob).naming(id(0, files))))
                    .isEqualTo(new Submission.UnknownFile(id(0, files)));
            var absent = new AssetId(scene.id());
            assertThat(scene.submit(order().naming(id(0, files), absent)))
                    .isEqualTo(new Submission.UnknownFile(absent));
            assertThat(scene.book(ann)).isEqualTo(before);
        }

        @Test
        void has_not_expired_or_the_submit_is_refused() {
            var files = files();
            scene.pass(day.minusMillis(1));
            assertThat(scene.submit(order().naming(id(1, files))))
                    .isInstanceOf(Submission.Accepted.class);
            scene.pass(Duration.ofMillis(1));
            assertThat(scene.submit(order().naming(id(1, files))))
                    .isEqualTo(new Submission.UnknownFile(id(1, files)));
            assertThat(scene.submit(order().naming(id(0, files))))
                    .isInstanceOf(Submission.Accepted.class);
        }

        @Test
        void stays_while_the_task_lives_though_it_expires() {
            var files = files();
            var lease = scene.running(lasting().naming(id(1, files)), scene.worker(1));
            scene.pass(day.plus(Duration.ofHours(2)));
            assertThat(scene.status(ann, lease.task())).isEqualTo(TaskStatus.RETRYING);
            assertThat(isInUse(files.get(1))).isTrue();
            scene.store().reopen();
            assertThat(isInUse(files.get(1))).isTrue();
            scene.done(tasks().cancel(ann.account(), lease.task()));
            assertThat(isInUse(files.get(1))).isFalse();
            assertThat(isInUse(files.get(0))).isTrue();
        }

        @Test
        void goes_after_a_restart_with_the_end_of_its_task() {
            var files = files();
            var task = scene.accepted(lasting().naming(id(1, files)));
            scene.store().reopen();
            scene.pass(day.plus(Duration.ofHours(1)));
            assertThat(isInUse(files.get(1))).isTrue();
            scene.done(tasks().cancel(ann.account(), task));
            assertThat(isInUse(files.get(1))).isFalse();
        }

        @Test
        void may_be_named_by_several_tasks_the_last_of_which_lets_it_go() {
            var files = files();
            var one = scene.accepted(lasting().naming(id(1, files)));
            var other = scene.accepted(lasting().naming(id(1, files)));
            scene.pass(day.plus(Duration.ofHours(1)));
            scene.done(tasks().cancel(ann.account(), one));
            assertThat(isInUse(files.get(1))).isTrue();
            scene.done(tasks().cancel(ann.account(), other));
            assertThat(isInUse(files.get(1))).isFalse();
        }

        @Test
        void that_is_gone_does_not_change_the_answer_to_what_came_before() {
            var files = files();
            var first = scene.accepted(order().naming(id(1, files)).under("k"));
            scene.pass(Duration.ofHours(1));
            var repeated = scene.submit(order().naming(new AssetId(scene.id())).under("k"));
            assertThat(repeated).isInstanceOf(Submission.Replayed.class);
            assertThat(((Submission.Replayed) repeated).task()).isEqualTo(first);
        }
    }

    @Test
    void a_companion_is_found_as_a_file_and_is_no_result() {
        var lease = scene.running(order(), scene.worker(1));
        var made = scene.result(2).assets();
        var result = new Result(made.subList(0, 1), made.subList(1, 2), "{}");
        scene.done(tasks().complete(lease, result));
        var state = (TaskState.Succeeded) scene.view(ann, lease.task()).state();
        assertThat(state.output().assets()).containsExactly(made.getFirst().id());
        var companion = made.getLast().id();
        assertThat(scene.done(scene.store().assets().find(ann.account(), companion)))
                .isPresent();
    }

    @Test
    void is_found_beside_many_others_and_a_strangers_is_not() {
        var lease = scene.running(order(), scene.worker(1));
        var made = scene.result(70).assets();
        scene.done(tasks().complete(lease, new Result(made, "{}")));
        var all = made.stream().map(NewAsset::id).collect(Collectors.toSet());
        var asked = new HashSet<>(all);
        asked.add(new AssetId(scene.id()));
        assertThat(scene.done(scene.store().assets().findAll(ann.account(), asked)))
                .extracting(Asset::file)
                .containsExactlyInAnyOrderElementsOf(made);
        var bob = scene.account(0);
        assertThat(scene.done(scene.store().assets().findAll(bob.account(), all)))
                .isEmpty();
        assertThat(scene.done(scene.store().assets().findAll(ann.account(), Set.of())))
                .isEmpty();
    }
}
