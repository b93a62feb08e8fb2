package dev.safelight.cli;

import dev.safelight.cli.Outcome.Bill;
import dev.safelight.cli.Outcome.Made;
import dev.safelight.cli.Outcome.Output;
import dev.safelight.cli.Outcome.Stopped;
import dev.safelight.client.Asset;
import dev.safelight.client.AssetId;
import dev.safelight.client.Safelight;
import dev.safelight.client.SafelightException;
import dev.safelight.client.Task;
import dev.safelight.client.TaskId;
import dev.safelight.client.TaskState;
import dev.safelight.client.WaitTimeoutException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One command from its request to its file: open, submit, watch, keep. */
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
        new Report(host.streams(), options.json, options.quiet).tell(outcome);
        return outcome;
    }

    private Outcome made(Job job) {
        try (var progress = Progress.of(host.streams(), host.environment(), options.quiet);
                var server = Servers.open(host, progress)) {
            return on(server.target(), job, progress);
        } catch (StoppedException e) {
            return e.stopped();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Stops.interrupted();
        }
    }

    private Outcome on(Target target, Job job, Progress progress)
            throws StoppedException, InterruptedException {
        Safelight safelight = Servers.connect(target, host);
        var ctrlC = new CtrlC(safelight, host.streams().err());
        try (var _ = host.interrupts().onInterrupt(ctrlC)) {
            TaskId id = safelight.submit(job.asking().request(safelight)).task();
            ctrlC.watch(id);
            Task task = end(safelight, id, progress);
            Outcome outcome = ended(safelight, job, task);
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

    private Outcome ended(Safelight safelight, Job job, Task task) throws InterruptedException {
        return switch (task.state()) {
            case TaskState.Completed completed -> kept(safelight, job, task.id(), completed);
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

    private Outcome kept(Safelight safelight, Job job, TaskId task, TaskState.Completed completed)
            throws InterruptedException {
        if (completed.assets().isEmpty())
            return new Stopped(ExitCode.FAILED, "no_file", "the task completed without a file");
        AssetId id = completed.assets().getFirst();
        try {
            Asset asset = safelight.asset(id);
            Output output = output(job, asset);
            save(safelight, id, output);
            var bill = new Bill(completed.credits(), elapsed.duration());
            return new Made(task, output, asset, bill);
        } catch (IOException e) {
            return new Stopped(
                    ExitCode.FAILED,
                    "not_written",
                    "cannot write the file of " + task + ": " + e.getMessage());
        }
    }

    private Output output(Job job, Asset asset) {
        if (options.toStdout()) return new Output.Stdout();
        Path wanted = Path.of(options.output == null ? "" : options.output);
        boolean isFolder = options.output == null || Files.isDirectory(wanted);
        String name = FileName.of(job.words(), job.noun(), asset.contentType());
        return new Output.File(isFolder ? wanted.resolve(name) : wanted);
    }

    private void save(Safelight safelight, AssetId id, Output output)
            throws IOException, InterruptedException {
        switch (output) {
            case Output.File file -> safelight.download(id, file.path());
            case Output.Stdout stdout -> print(safelight, id);
        }
    }

    /** By way of a file, so that not a byte comes out of a download that breaks off. */
    private void print(Safelight safelight, AssetId id) throws IOException, InterruptedException {
        Path whole = Files.createTempFile("safelight", ".download");
        try {
            safelight.download(id, whole);
            Files.copy(whole, host.streams().out());
            if (host.streams().out().checkError())
                throw new IOException("standard output is closed");
        } finally {
            Files.deleteIfExists(whole);
        }
    }
}
