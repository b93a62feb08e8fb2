package dev.safelight.app.live;

import dev.safelight.core.asset.AssetId;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Id;
import dev.safelight.core.id.KeyId;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.task.Failure;
import dev.safelight.core.task.FailureCode;
import dev.safelight.core.task.LogEntry;
import dev.safelight.core.task.Output;
import dev.safelight.core.task.Owner;
import dev.safelight.core.task.Task;
import dev.safelight.core.task.TaskFilter;
import dev.safelight.core.task.TaskHeader;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.TaskPage;
import dev.safelight.core.task.TaskReads;
import dev.safelight.core.task.TaskState;
import dev.safelight.core.task.TaskView;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What a dialect might be wrong about: each is planted under one of them and has to be noticed. */
public enum Lie {
    STATE {
        @Override
        TaskView told(TaskView truth) {
            return truth.state() instanceof TaskState.Cancelled
                    ? with(truth, new TaskState.Failed(FAILURE))
                    : truth;
        }
    },
    TIME {
        @Override
        TaskView told(TaskView truth) {
            var times = truth.times();
            var later = new TaskView.Times(
                    times.created().plusSeconds(1), times.started(), times.finished());
            return new TaskView(truth.task(), truth.progress(), later, truth.input());
        }
    },
    COST {
        @Override
        TaskView told(TaskView truth) {
            return truth.state() instanceof TaskState.Succeeded(var price, var output)
                    ? with(truth, new TaskState.Succeeded(new Credits(price.amount() - 1), output))
                    : truth;
        }
    },
    OUTPUT {
        @Override
        TaskView told(TaskView truth) {
            if (!(truth.state() instanceof TaskState.Succeeded(var price, var output)))
                return truth;
            var other = new Output(List.of(new AssetId(new Id(1, 1))), output.facts());
            return with(truth, new TaskState.Succeeded(price, other));
        }
    },
    ERROR {
        @Override
        TaskView told(TaskView truth) {
            return truth.state() instanceof TaskState.Failed
                    ? with(truth, new TaskState.Failed(FAILURE))
                    : truth;
        }
    },
    /** The task is another key's. */
    OWNER {
        @Override
        TaskView told(TaskView truth) {
            var header = truth.task().header();
            var owner = header.owner();
            var other = new Owner(owner.account(), new KeyId(owner.key().number() + 100));
            var told = new TaskHeader(header.id(), other, header.route(), header.terms());
            var task = new Task(told, truth.state(), truth.task().stamp());
            return new TaskView(task, truth.progress(), truth.times(), truth.input());
        }
    },
    VISIBILITY {
        @Override
        public TaskReads under(TaskReads reads) {
            return new Told(reads, this) {
                @Override
                public CompletableFuture<Optional<TaskView>> find(AccountId account, TaskId task) {
                    var found = reads.find(account, task);
                    for (int other = 1; other < MOST_ACCOUNTS; other++) {
                        var next = reads.find(new AccountId(other), task);
                        found = found.thenCombine(next, (one, two) -> one.or(() -> two));
                    }
                    return found;
                }
            };
        }
    };

    private static final int MOST_ACCOUNTS = 9;
    private static final Failure FAILURE =
            new Failure(FailureCode.LEASE_LOST, "Nobody said so.", true);

    TaskView told(TaskView truth) {
        return truth;
    }

    /** The reads of a dialect that tells this lie. */
    public TaskReads under(TaskReads reads) {
        return new Told(reads, this);
    }

    private static TaskView with(TaskView truth, TaskState state) {
        var task = truth.task();
        return new TaskView(
                new Task(task.header(), state, task.stamp()),
                truth.progress(),
                truth.times(),
                truth.input());
    }

    /** Reads that pass on what a lie makes of the truth. */
    private static class Told implements TaskReads {
        private final TaskReads reads;
        private final Lie lie;

        private Told(TaskReads reads, Lie lie) {
            this.reads = reads;
            this.lie = lie;
        }

        @Override
        public CompletableFuture<Optional<TaskView>> find(AccountId account, TaskId task) {
            return reads.find(account, task).thenApply(found -> found.map(lie::told));
        }

        @Override
        public CompletableFuture<Optional<TaskView>> findHere(AccountId account, TaskId task) {
            return find(account, task);
        }

        @Override
        public CompletableFuture<Optional<TaskView>> findOwn(KeyId key, String callersId) {
            return reads.findOwn(key, callersId).thenApply(found -> found.map(lie::told));
        }

        @Override
        public CompletableFuture<TaskPage> list(AccountId account, TaskFilter filter) {
            return reads.list(account, filter);
        }

        @Override
        public CompletableFuture<List<LogEntry>> log(
                AccountId account, TaskId task, long after, int limit) {
            return reads.log(account, task, after, limit);
        }

        @Override
        public CompletableFuture<Long> countLive() {
            return reads.countLive();
        }
    }
}
