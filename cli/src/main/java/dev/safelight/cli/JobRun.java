package dev.safelight.cli;

import dev.safelight.cli.Outcome.Bill;
import dev.safelight.cli.Outcome.Made;
import dev.safelight.cli.Outcome.Stopped;
import dev.safelight.client.Asset;
import dev.safelight.client.Safelight;
import dev.safelight.client.SafelightException;
import dev.safelight.client.Task;
import dev.safelight.client.TaskId;
import dev.safelight.client.TaskState;
import dev.safelight.client.TaskState.Completed;
import dev.safelight.client.WaitTimeoutException;

import java.io.IOException;

/** One command from its options to its file: plan, open, submit, watch, deliver. */
final class JobRun {
    private final Host host;
    private final JobOptions options;
    private final Elapsed elapsed;

    JobRun(Host host, JobOptions options) {
        this.host = host;
        this.options = options;
        this.elapsed = new Elapsed(host.environment());
    }

    Outcome run(Job job) {
        Outcome outcome = made(job);
        new Report(host, options.json, options.quiet).tell(outcome);
        return outcome;
    }

    private Outcome made(Job job) {
        try {
            Plan plan = Plan.of(options.output, job, host);
            return made(job, plan);
        } catch (StoppedException e) {
            return e.stopped();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Stops.interrupted();
        }
    }

    private Outcome made(Job job, Plan plan) throws StoppedException, InterruptedException {
        try (var progress = progress();
                var server = Servers.open(host, progress)) {
            return on(Servers.connect(server.target(), host), job, plan, progress);
        }
    }

    private Progress progress() {
        if (options.isSilent()) return new Progress.Silence();
        var err = host.streams().err();
        return host.canRedraw() ? new Bar(err, elapsed) : new Lines(err, elapsed);
    }

    private Outcome on(Safelight safelight, Job job, Plan plan, Progress progress)
            throws StoppedException, InterruptedException {
        var ctrlC = new CtrlC(safelight, host.streams().err());
        try (var _ = host.interrupts().onInterrupt(ctrlC)) {
            TaskId id = safelight
                    .submit(job.asking().request(safelight, plan.format()))
                    .task();
            ctrlC.watch(id);
            Task task = end(safelight, id, progress);
            Outcome outcome = ended(safelight, job, plan, task);
            return ctrlC.wasPressed() ? Stops.interrupted() : outcome;
        } catch (SafelightException e) {
            return ctrlC.wasPressed() ? Stops.interrupted() : Stops.of(e);
        }
    }

    private Task end(Safelight safelight, TaskId id, Progress progress)
            throws InterruptedException {
        try {
            return safelight.await(id, options.patience(), progress::show);
        } catch (WaitTimeoutException late) {
            Task last = safelight.cancel(id);
            if (last.state() instanceof TaskState.Completed) return last;
            throw late;
        }
    }

    private Outcome ended(Safelight safelight, Job job, Plan plan, Task task)
            throws StoppedException, InterruptedException {
        return switch (task.state()) {
            case TaskState.Completed completed -> kept(safelight, job, plan, task, completed);
            case TaskState.Failed failed -> Stops.of(failed.failure());
            case TaskState.Cancelled cancelled ->
                new Stopped(ExitCode.FAILED, "cancelled", "the task was cancelled elsewhere");
            case TaskState.Pending pending -> throw unended(task);
            case TaskState.Processing processing -> throw unended(task);
        };
    }

    private static IllegalStateException unended(Task task) {
        return new IllegalStateException(
                task.id() + " was awaited, and is " + task.state().word());
    }

    private Outcome kept(Safelight safelight, Job job, Plan plan, Task task, Completed completed)
            throws StoppedException, InterruptedException {
        if (completed.assets().isEmpty())
            return new Stopped(ExitCode.FAILED, "no_file", "the task completed without a file");
        try {
            Asset asset = safelight.asset(completed.assets().getFirst());
            String name = FileName.of(job.words(), job.medium().noun(), asset.contentType());
            var delivery = new Delivery(safelight, host.environment());
            Written file = delivery.deliver(asset, plan, name);
            return new Made(task.id(), file, new Bill(completed.credits(), elapsed.duration()));
        } catch (IOException e) {
            return new Stopped(
                    ExitCode.FAILED,
                    "not_written",
                    "cannot write the file of " + task.id() + ": " + Reason.of(e, ""));
        }
    }
}
