package dev.safelight.server.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safelight.core.id.AccountId;
import dev.safelight.server.http.problem.Refusal;

import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

class AccountTurnsTest {
    private static final AccountId ANN = new AccountId(1);
    private static final AccountId BEN = new AccountId(2);
    private static final AccountId EVE = new AccountId(3);

    private final Queue<Runnable> threads = new ArrayDeque<>();
    private final List<Integer> ran = new ArrayList<>();

    private void execute(AccountTurns turns, AccountId account, int... numbers) {
        for (int number : numbers) turns.of(account).execute(() -> ran.add(number));
    }

    @Test
    void takes_no_more_threads_than_it_may_and_forgets_nothing() {
        var turns = new AccountTurns(2, 9, threads::add);
        execute(turns, ANN, 0, 1, 2, 3, 4);
        assertThat(threads).hasSize(2);
        threads.remove().run();
        assertThat(ran).containsExactly(0, 2, 3, 4);
        threads.remove().run();
        assertThat(ran).containsExactly(0, 2, 3, 4, 1);
    }

    @Test
    void lets_each_account_wait_for_one_of_every_other_alone() {
        var turns = new AccountTurns(1, 9, threads::add);
        execute(turns, ANN, 10, 11, 12, 13);
        execute(turns, BEN, 20, 21);
        execute(turns, EVE, 30);
        threads.remove().run();
        assertThat(ran).containsExactly(10, 11, 20, 30, 12, 21, 13);
    }

    @Test
    void refuses_what_is_too_much_of_one_account_and_nothing_of_others() {
        var turns = new AccountTurns(1, 2, threads::add);
        execute(turns, ANN, 10, 11, 12);
        assertThatThrownBy(() -> execute(turns, ANN, 13)).isInstanceOf(Refusal.class);
        execute(turns, BEN, 20);
        threads.remove().run();
        assertThat(ran).containsExactly(10, 11, 20, 12);
        execute(turns, ANN, 14);
        threads.remove().run();
        assertThat(ran).endsWith(14);
    }

    @Test
    void goes_on_after_a_task_that_failed() {
        var turns = new AccountTurns(1, 9, threads::add);
        turns.of(ANN).execute(() -> {
            throw new AssertionError("says the test");
        });
        execute(turns, ANN, 1);
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
        var turns = new AccountTurns(1, 9, some);
        assertThatThrownBy(() -> execute(turns, ANN, 0))
                .isInstanceOf(RejectedExecutionException.class);
        refusing[0] = false;
        execute(turns, ANN, 1);
        assertThat(threads).hasSize(1);
    }
}
