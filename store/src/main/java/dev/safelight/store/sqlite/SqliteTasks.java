package dev.safelight.store.sqlite;

import dev.safelight.core.id.AccountId;
import dev.safelight.core.task.Cancellation;
import dev.safelight.core.task.Failure;
import dev.safelight.core.task.Lease;
import dev.safelight.core.task.NewTask;
import dev.safelight.core.task.NewWorker;
import dev.safelight.core.task.Result;
import dev.safelight.core.task.Submission;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.TaskStore;
import dev.safelight.core.task.WorkerId;
import dev.safelight.core.task.Write;
import dev.safelight.core.tool.EngineName;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The port's calls as things asked of the writer. */
final class SqliteTasks implements TaskStore {
    private final Writer writer;

    SqliteTasks(Writer writer) {
        this.writer = writer;
    }

    @Override
    public CompletableFuture<Submission> submit(NewTask task) {
        var op = new Op.Submit(task, new CompletableFuture<>());
        writer.send(op);
        return op.answer();
    }

    @Override
    public CompletableFuture<List<Lease>> claim(WorkerId worker, EngineName engine, int max) {
        var op = new Op.Claim(worker, engine, max, new CompletableFuture<>());
        writer.send(op);
        return op.answer();
    }

    @Override
    public CompletableFuture<Write> progress(Lease lease, int percent) {
        return write(lease, new Op.What.Progress(percent));
    }

    @Override
    public CompletableFuture<Write> checkpoint(Lease lease, String body) {
        return write(lease, new Op.What.Checkpoint(body));
    }

    @Override
    public CompletableFuture<Write> complete(Lease lease, Result result) {
        return write(lease, new Op.What.Complete(result));
    }

    @Override
    public CompletableFuture<Write> fail(Lease lease, Failure failure, boolean passing) {
        return write(lease, new Op.What.Fail(failure, passing));
    }

    @Override
    public CompletableFuture<Write> giveBack(Lease lease) {
        return write(lease, new Op.What.GiveBack());
    }

    @Override
    public CompletableFuture<Write> stopped(Lease lease) {
        return write(lease, new Op.What.Stopped());
    }

    private CompletableFuture<Write> write(Lease lease, Op.What what) {
        var op = new Op.LeaseWrite(lease, what, new CompletableFuture<>());
        writer.send(op);
        return op.answer();
    }

    @Override
    public CompletableFuture<Cancellation> cancel(AccountId account, TaskId task) {
        var op = new Op.Cancel(account, task, new CompletableFuture<>());
        writer.send(op);
        return op.answer();
    }

    @Override
    public CompletableFuture<WorkerId> enter(NewWorker worker) {
        return writer.errand(connection -> {
            for (var earlier : connection.roster.ofNode(worker.node())) {
                connection.desk.dismiss(connection.tx, earlier);
            }
            return connection.roster.enter(worker, connection.tx.now());
        });
    }

    @Override
    public CompletableFuture<Write> heartbeat(WorkerId worker, Duration lease) {
        var op = new Op.Heartbeat(worker, lease, new CompletableFuture<>());
        writer.send(op);
        return op.answer();
    }

    @Override
    public CompletableFuture<Write> withdraw(WorkerId worker) {
        return writer.errand(connection -> {
            if (connection.roster.find(worker) == null) return Write.LOST;
            connection.roster.withdraw(connection.tx, worker);
            return Write.STORED;
        });
    }

    @Override
    public CompletableFuture<Write> leave(WorkerId worker) {
        return writer.errand(connection -> {
            var leaving = connection.roster.find(worker);
            if (leaving == null) return Write.LOST;
            connection.desk.dismiss(connection.tx, leaving);
            return Write.STORED;
        });
    }
}
