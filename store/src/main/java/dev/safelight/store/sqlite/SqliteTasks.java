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
import dev.safelight.core.task.WriteOutcome;
import dev.safelight.core.tool.EngineName;
import dev.safelight.store.sqlite.writer.Command;
import dev.safelight.store.sqlite.writer.WorkerReport;
import dev.safelight.store.sqlite.writer.Writer;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The port's calls as commands to the writer. */
final class SqliteTasks implements TaskStore {
    private final Writer writer;

    SqliteTasks(Writer writer) {
        this.writer = writer;
    }

    @Override
    public CompletableFuture<Submission> submit(NewTask task) {
        var command = new Command.Submit(task, new CompletableFuture<>());
        writer.send(command);
        return command.answer();
    }

    @Override
    public CompletableFuture<List<Lease>> claim(WorkerId worker, EngineName engine, int max) {
        var command = new Command.Claim(worker, engine, max, new CompletableFuture<>());
        writer.send(command);
        return command.answer();
    }

    @Override
    public CompletableFuture<WriteOutcome> progress(Lease lease, int percent) {
        return report(lease, new WorkerReport.Progress(percent));
    }

    @Override
    public CompletableFuture<WriteOutcome> checkpoint(Lease lease, String body) {
        return report(lease, new WorkerReport.Checkpoint(body));
    }

    @Override
    public CompletableFuture<WriteOutcome> complete(Lease lease, Result result) {
        return report(lease, new WorkerReport.Complete(result));
    }

    @Override
    public CompletableFuture<WriteOutcome> fail(Lease lease, Failure failure, boolean passing) {
        return report(lease, new WorkerReport.Fail(failure, passing));
    }

    @Override
    public CompletableFuture<WriteOutcome> giveBack(Lease lease) {
        return report(lease, new WorkerReport.GiveBack());
    }

    @Override
    public CompletableFuture<WriteOutcome> stopped(Lease lease) {
        return report(lease, new WorkerReport.Stopped());
    }

    private CompletableFuture<WriteOutcome> report(Lease lease, WorkerReport report) {
        var command = new Command.Report(lease, report, new CompletableFuture<>());
        writer.send(command);
        return command.answer();
    }

    @Override
    public CompletableFuture<Cancellation> cancel(AccountId account, TaskId task) {
        var command = new Command.Cancel(account, task, new CompletableFuture<>());
        writer.send(command);
        return command.answer();
    }

    @Override
    public CompletableFuture<WorkerId> enter(NewWorker worker) {
        var command = new Command.Enter(worker, new CompletableFuture<>());
        writer.send(command);
        return command.answer();
    }

    @Override
    public CompletableFuture<WriteOutcome> heartbeat(WorkerId worker, Duration lease) {
        var command = new Command.Heartbeat(worker, lease, new CompletableFuture<>());
        writer.send(command);
        return command.answer();
    }

    @Override
    public CompletableFuture<WriteOutcome> withdraw(WorkerId worker) {
        var command = new Command.Withdraw(worker, new CompletableFuture<>());
        writer.send(command);
        return command.answer();
    }

    @Override
    public CompletableFuture<WriteOutcome> leave(WorkerId worker) {
        var command = new Command.Leave(worker, new CompletableFuture<>());
        writer.send(command);
        return command.answer();
    }
}
