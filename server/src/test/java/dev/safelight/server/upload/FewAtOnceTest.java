package dev.safelight.server.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

class FewAtOnceTest {
    private final Queue<Runnable> threads = new ArrayDeque<>();
    private final List<Integer> ran = new ArrayList<>();

    @Test
    void takes_no_more_threads_than_it_may_and_forgets_nothing() {
        var few = new FewAtOnce(2, threads::add);
        for (int n = 0; n < 5; n++) {
            int task = n;
            few.execute(() -> ran.add(task));
        }
        assertThat(threads).hasSize(2);
        threads.remove().run();
        assertThat(ran).containsExactly(0, 2, 3, 4);
        threads.remove().run();
        assertThat(ran).containsExactly(0, 2, 3, 4, 1);
    }

    @Test
    void goes_on_after_a_task_that_failed() {
        var few = new FewAtOnce(1, threads::add);
        few.execute(() -> {
            throw new AssertionError("says the test");
        });
        few.execute(() -> ran.add(1));
        threads.remove().run();
        assertThat(ran).containsExactly(1);
    }

    @Test
    void keeps_no_place_for_what_no_thread_takes() {
        var refusing = new boolean[] {true};
        Executor some = task -> {
            if (refusing[0]) throw new RejectedExecutionException("says the test");
            threads.add(task);
        };
        var few = new FewAtOnce(1, some);
        assertThatThrownBy(() -> few.execute(() -> ran.add(0)))
                .isInstanceOf(RejectedExecutionException.class);
        refusing[0] = false;
        few.execute(() -> ran.add(1));
        assertThat(threads).hasSize(1);
    }
}
