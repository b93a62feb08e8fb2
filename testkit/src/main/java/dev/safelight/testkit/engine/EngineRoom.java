package dev.safelight.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.asset.Blobs;
import dev.safelight.core.engine.Engine;
import dev.safelight.core.engine.Job;
import dev.safelight.core.engine.Pace;
import dev.safelight.core.id.Ids;
import dev.safelight.core.task.Previews;
import dev.safelight.core.worker.Scratch;
import dev.safelight.core.worker.Worker;
import dev.safelight.core.worker.WorkerPorts;
import dev.safelight.core.worker.WorkerSettings;
import dev.safelight.testkit.simulation.MemoryBlobs;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A worker with one engine, which runs one job after another on threads of this machine. */
public final class EngineRoom {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration TICK = Duration.ofMillis(20);
    private static final int NEVER = 101;

    private final Engine engine;
    private final Path scratch;
    private final InstantSource clock = InstantSource.system();
    private final MemoryBlobs blobs = new MemoryBlobs(clock);

    /**
     * @param folder below which runs have their scratch folders
     */
    public EngineRoom(Engine engine, Path folder) {
        this.engine = engine;
        scratch = folder.resolve("scratch");
    }

    /** Where its results are, and the files of its jobs are to be. */
    public Blobs blobs() {
        return blobs;
    }

    /** The folder below which a run's own folder lies, while it runs. */
    public Path scratch() {
        return scratch;
    }

    /** Runs the job to its end. */
    public RunOutcome run(Job job) {
        return run(job, OverheardEngine.of(engine, NEVER));
    }

    /** Runs the job and has it stop once its engine has said so much; at 0 it is only called. */
    public RunOutcome stop(Job job, int percent) {
        return run(job, OverheardEngine.of(engine, percent));
    }

    private RunOutcome run(Job job, OverheardEngine overheard) {
        var store = new OneJob(job.task());
        var wake = new Semaphore(0);
        var worker = new Worker(
                new WorkerSettings("room", Duration.ofMinutes(1), Duration.ZERO),
                List.of(overheard),
                new WorkerPorts(
                        store,
                        leases -> CompletableFuture.completedFuture(List.of(job)),
                        new WorkerPorts.Storage(blobs, new Scratch(scratch)),
                        new Previews(),
                        new Ids(clock, new Random(1)),
                        clock),
                (name, run) -> Thread.ofPlatform().daemon().start(run),
                new Blocking(),
                wake::release);
        var stepping = Thread.ofPlatform().daemon().start(() -> step(worker, wake, store));
        try {
            await(CompletableFuture.anyOf(overheard.reached(), store.end));
            var asked = clock.instant();
            if (!store.end.isDone()) worker.giveBack();
            var end = await(store.end);
            return new RunOutcome(
                    end,
                    List.copyOf(overheard.progress()),
                    List.copyOf(store.progress),
                    Duration.between(asked, clock.instant()));
        } finally {
            worker.giveUp();
            stepping.interrupt();
        }
    }

    private void step(Worker worker, Semaphore wake, OneJob store) {
        try {
            while (!store.end.isDone()) {
                worker.step(clock.instant());
                var _ = wake.tryAcquire(TICK.toMillis(), TimeUnit.MILLISECONDS);
                wake.drainPermits();
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private static <T> T await(CompletableFuture<T> answer) {
        assertThat(answer).as("the engine comes to an end").succeedsWithin(PATIENCE);
        return answer.join();
    }

    /** Waits by blocking the run's thread. */
    private static final class Blocking implements Pace {
        @Override
        public <T> T await(CompletableFuture<T> answer) {
            return answer.join();
        }

        @Override
        public void pause(Duration duration, CompletableFuture<?> signal) {
            try {
                signal.get(duration.toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException | ExecutionException over) {
                // Both end a pause.
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
