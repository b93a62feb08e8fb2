package dev.safelight.testkit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.ledger.Book;
import dev.safelight.core.ledger.Ledger;
import dev.safelight.core.task.LogEntry;
import dev.safelight.core.task.TaskFilter;
import dev.safelight.core.task.TaskHistory;
import dev.safelight.core.task.TaskReads;
import dev.safelight.core.task.TaskState;
import dev.safelight.core.task.TaskView;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Holds what a store shows of an account against itself, through core's ports alone: each task is
 * the fold of its log, and the book is what the tasks have cost and still hold.
 */
public final class PortAudit {
    private static final int PAGE = 200;

    private final TaskReads reads;
    private final Ledger ledger;
    private final Answers answers;

    /** Waits for an answer, in whatever way the store under test goes on. */
    @FunctionalInterface
    public interface Answers {
        <T> T of(CompletableFuture<T> answer);
    }

    public PortAudit(TaskReads reads, Ledger ledger, Answers answers) {
        this.reads = reads;
        this.ledger = ledger;
        this.answers = answers;
    }

    /** Throws unless all is in order; gives the account's tasks, the newest first. */
    public List<TaskView> check(AccountId account) {
        var tasks = tasks(account);
        for (var task : tasks) checkFold(account, task);
        check(answers.of(ledger.book(account)), tasks);
        return tasks;
    }

    private List<TaskView> tasks(AccountId account) {
        var tasks = new ArrayList<TaskView>();
        var page = answers.of(reads.list(account, TaskFilter.newest(PAGE)));
        tasks.addAll(page.tasks());
        while (page.next() != null) {
            var all = TaskFilter.newest(PAGE);
            page = answers.of(reads.list(
                    account,
                    new TaskFilter(all.statuses(), all.origin(), Map.of(), page.next(), PAGE)));
            tasks.addAll(page.tasks());
        }
        return tasks;
    }

    private void checkFold(AccountId account, TaskView view) {
        var log = new ArrayList<LogEntry>();
        List<LogEntry> more;
        do {
            more = answers.of(reads.log(account, view.id(), log.size(), PAGE));
            log.addAll(more);
        } while (!more.isEmpty());
        assertThat(TaskHistory.view(view.task().header(), log))
                .as("the fold of the log of %s", view.id())
                .isEqualTo(view);
    }

    private static void check(Book book, List<TaskView> tasks) {
        long held = 0;
        long spent = 0;
        for (var task : tasks) {
            if (!task.isTerminal()) held += task.task().terms().hold().amount();
            if (task.state() instanceof TaskState.Succeeded(var price, var output))
                spent += price.amount();
        }
        assertThat(book.held()).as("what live tasks hold").isEqualTo(held);
        assertThat(book.spent()).as("what successes cost").isEqualTo(spent);
        assertThat(book.granted() + book.available() + book.held() + book.spent())
                .as("the book's sum")
                .isZero();
    }
}
