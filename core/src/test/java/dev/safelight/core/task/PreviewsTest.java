package dev.safelight.core.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.id.Id;

import org.junit.jupiter.api.Test;

class PreviewsTest {
    private final Previews previews = new Previews();

    private static Lease lease(long task) {
        return new Lease(new TaskId(new Id(1, task)), 1);
    }

    private static Preview picture(int bytes) {
        return new Preview("image/png", new byte[bytes]);
    }

    private long kept(int tasks) {
        long kept = 0;
        for (int task = 0; task < tasks; task++)
            if (previews.of(lease(task).task()).isPresent()) kept++;
        return kept;
    }

    @Test
    void the_latest_of_a_task_is_kept() {
        var last = picture(2);
        previews.show(lease(1), picture(1));
        previews.show(lease(1), last);
        assertThat(previews.of(lease(1).task())).containsSame(last);
        assertThat(previews.of(lease(2).task())).isEmpty();
    }

    @Test
    void one_that_is_too_large_leaves_the_last_one() {
        var last = picture(Previews.MOST_BYTES_EACH);
        previews.show(lease(1), last);
        previews.show(lease(1), picture(Previews.MOST_BYTES_EACH + 1));
        assertThat(previews.of(lease(1).task())).containsSame(last);
    }

    @Test
    void the_number_of_tasks_is_bounded_and_the_latest_stay() {
        for (int task = 0; task < 1_000; task++) previews.show(lease(task), picture(1));
        assertThat(kept(1_000)).isEqualTo(256);
        assertThat(previews.of(lease(999).task())).isPresent();
        assertThat(previews.of(lease(0).task())).isEmpty();
    }

    @Test
    void their_bytes_are_bounded() {
        for (int task = 0; task < 200; task++)
            previews.show(lease(task), picture(Previews.MOST_BYTES_EACH));
        assertThat(kept(200)).isEqualTo((32 << 20) / Previews.MOST_BYTES_EACH);
    }

    @Test
    void a_run_that_is_over_drops_its_own_and_not_that_of_the_next_run() {
        var next = new Lease(lease(1).task(), 2);
        previews.show(lease(1), picture(1));
        previews.drop(lease(1));
        assertThat(previews.of(lease(1).task())).isEmpty();
        previews.show(next, picture(1));
        previews.drop(lease(1));
        assertThat(previews.of(lease(1).task())).isPresent();
    }

    @Test
    void what_was_dropped_counts_no_longer() {
        for (int round = 0; round < 500; round++) {
            previews.show(lease(1), picture(Previews.MOST_BYTES_EACH));
            previews.drop(lease(1));
        }
        previews.show(lease(2), picture(1));
        assertThat(previews.of(lease(2).task())).isPresent();
    }
}
