package dev.safelight.core.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.id.AccountId;

import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;

class AccountLinesTest {
    private static final AccountId ANN = new AccountId(1);
    private static final AccountId BOB = new AccountId(2);

    private final Queue<Runnable> threads = new ArrayDeque<>();
    private final List<String> ran = new ArrayList<>();
    private boolean isClosed;
    private final AccountLines lines = new AccountLines(this::execute, 2);

    private void execute(Runnable work) {
        if (isClosed) throw new RejectedExecutionException();
        threads.add(work);
    }

    private boolean enter(AccountId account, String what) {
        return lines.enter(account, () -> ran.add(what));
    }

    private void runAll() {
        while (!threads.isEmpty()) threads.remove().run();
    }

    @Test
    void one_account_that_asks_for_much_delays_itself_alone() {
        enter(ANN, "ann 1");
        enter(ANN, "ann 2");
        enter(BOB, "bob");
        runAll();
        assertThat(ran).containsExactly("ann 1", "bob", "ann 2");
    }

    @Test
    void so_many_of_an_account_may_wait() {
        assertThat(enter(ANN, "1")).isTrue();
        assertThat(enter(ANN, "2")).isTrue();
        assertThat(enter(ANN, "3")).isTrue();
        assertThat(enter(ANN, "4")).isFalse();
        assertThat(enter(BOB, "bob")).isTrue();
        runAll();
        assertThat(enter(ANN, "5")).isTrue();
    }

    @Test
    void what_waits_when_nothing_is_run_any_more_is_not_left_unanswered() {
        enter(ANN, "1");
        enter(ANN, "2");
        enter(ANN, "3");
        isClosed = true;
        runAll();
        assertThat(ran).containsExactly("1", "2", "3");
        assertThat(enter(ANN, "4")).isFalse();
    }
}
