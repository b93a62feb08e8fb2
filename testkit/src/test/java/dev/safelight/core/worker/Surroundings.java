package dev.safelight.core.worker;

import dev.safelight.core.asset.Content;
import dev.safelight.core.engine.Engine;
import dev.safelight.core.engine.Job;
import dev.safelight.core.engine.Made;
import dev.safelight.core.engine.MadeFile;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Id;
import dev.safelight.core.id.Ids;
import dev.safelight.core.id.KeyId;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.task.Effort;
import dev.safelight.core.task.Failure;
import dev.safelight.core.task.FailureCode;
import dev.safelight.core.task.Lease;
import dev.safelight.core.task.LogEntry;
import dev.safelight.core.task.Output;
import dev.safelight.core.task.Owner;
import dev.safelight.core.task.Previews;
import dev.safelight.core.task.Route;
import dev.safelight.core.task.Task;
import dev.safelight.core.task.TaskChange;
import dev.safelight.core.task.TaskEvent;
import dev.safelight.core.task.TaskHeader;
import dev.safelight.core.task.TaskId;
import dev.safelight.core.task.TaskState;
import dev.safelight.core.task.TaskStatus;
import dev.safelight.core.task.Terms;
import dev.safelight.core.task.WorkerId;
import dev.safelight.core.tool.EngineName;
import dev.safelight.core.tool.ToolName;
import dev.safelight.testkit.simulation.ActingEngine;
import dev.safelight.testkit.simulation.Coroutines;
import dev.safelight.testkit.simulation.MemoryBlobs;
import dev.safelight.testkit.time.VirtualTime;

import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/**
 * What the parts of a worker have around them in a test: virtual time, runs as coroutines, and a
 * store that the test answers for.
 */
final class Surroundings implements AutoCloseable {
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    final VirtualTime time = new VirtualTime(NOON);
    final AskedStore store = new AskedStore();
    final MemoryBlobs blobs = new MemoryBlobs(time);
    final Coroutines runs = new Coroutines(time);
    final Inbox inbox = new Inbox(() -> {});
    final CompletableFuture<Void> closing = new CompletableFuture<>();
    final Previews previews = new Previews();
    final WorkerPorts ports;
    final RunEnvironment environment;
    private final Random random = new Random(1);

    Surroundings() {
        this(Path.of("no-such-folder"));
    }

    /** Runs have their scratch folders below this one. */
    Surroundings(Path folder) {
        ports = new WorkerPorts(
                store,
                Surroundings::jobs,
                new WorkerPorts.Storage(blobs, new Scratch(folder.resolve("scratch"))),
                previews,
                new Ids(time, random),
                time);
        environment = new RunEnvironment(ports, runs, Duration.ofSeconds(1), closing);
    }

    static TaskId task(long number) {
        return new TaskId(new Id(1, number));
    }

    static Lease lease(long number, long fence) {
        return new Lease(task(number), fence);
    }

    /** What a commit made of the task that the lease is about. */
    static List<TaskChange> change(Lease lease, TaskStatus status) {
        var header = new TaskHeader(
                lease.task(),
                new Owner(new AccountId(1), new KeyId(1)),
                new Route(ToolName.GENERATE_IMAGE, "model-1", EngineName.SANDBOX),
                new Terms(5, Credits.ZERO, Duration.ofHours(1), Duration.ofMinutes(1)));
        var task = new Task(header, state(status), new Task.Stamp(9, lease.fence()));
        return List.of(
                new TaskChange(task, new LogEntry(9, Instant.EPOCH, new TaskEvent.Stopped())));
    }

    private static TaskState state(TaskStatus status) {
        var effort = new Effort(1, Instant.EPOCH, Instant.MAX);
        return switch (status) {
            case PENDING -> new TaskState.Pending(Instant.MAX);
            case RUNNING -> new TaskState.Running(effort, new WorkerId(1), 0);
            case RETRYING -> new TaskState.Retrying(effort, Instant.EPOCH);
            case SUCCEEDED -> new TaskState.Succeeded(Credits.ZERO, new Output(List.of(), "{}"));
            case FAILED -> new TaskState.Failed(new Failure(FailureCode.MODEL_ERROR, "m", true));
            case CANCELLED -> new TaskState.Cancelled();
        };
    }

    private static CompletableFuture<List<Job>> jobs(List<Lease> leases) {
        return CompletableFuture.completedFuture(
                leases.stream().map(lease -> job(lease.task())).toList());
    }

    static Job job(TaskId task) {
        var route = new Route(ToolName.GENERATE_IMAGE, "model-1", EngineName.SANDBOX);
        var input = JsonMapper.shared().createObjectNode();
        return new Job(task, 1, route, input, Map.of(), null);
    }

    static Made made(int files) {
        var facts = JsonMapper.shared().createObjectNode();
        var file = new MadeFile("text/plain", "a.txt", Content.of(new byte[] {1}), facts);
        return new Made(Collections.nCopies(files, file), facts);
    }

    Execution execution(Lease lease, ActingEngine.Act act) {
        return new Execution(lease, new ActingEngine(act), environment);
    }

    Running running(ActiveRuns active, Engine engine) {
        return new Running(List.of(new EngineRuns(engine)), active, environment, runs, inbox);
    }

    /** Does it as a run would: on a thread that may wait. */
    void inRun(Runnable run) {
        runs.start(EngineName.SANDBOX, run);
        letRun();
    }

    /** Lets the runs go on until each of them waits or has ended. */
    void letRun() {
        while (runs.canGoOn()) runs.goOn(random);
    }

    /** Lets time pass for the runs. */
    void pass(Duration duration) {
        time.pass(duration);
        letRun();
    }

    @Override
    public void close() {
        runs.kill();
    }
}
