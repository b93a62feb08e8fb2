package dev.safelight.core.worker;

import dev.safelight.core.engine.Engine;
import dev.safelight.core.engine.Job;
import dev.safelight.core.engine.Stopped;
import dev.safelight.core.task.Lease;
import dev.safelight.core.task.TaskId;

import java.time.Instant;

/**
 * One run of one engine for one lease: render, store the bytes, report the end. Runs on one of the
 * engine's threads; {@link #stop} may be called from any.
 */
final class Execution {
    private final Lease lease;
    private final Engine engine;
    private final StopSignal stop;
    private final RunEnvironment environment;
    private final LeaseWrites writes;
    private final ResultFiles files;
    private final RunReporter reporter;
    private volatile boolean over;

    Execution(Lease lease, Engine engine, RunEnvironment environment) {
        this.lease = lease;
        this.engine = engine;
        var ports = environment.ports();
        stop = new StopSignal(ports.clock());
        this.environment = environment;
        writes = new LeaseWrites(environment, stop);
        files = new ResultFiles(engine, ports);
        reporter = new RunReporter(lease, engine.name(), ports.store(), writes);
    }

    Lease lease() {
        return lease;
    }

    TaskId task() {
        return lease.task();
    }

    /** Asks the run to stop; the first reason counts. */
    void stop(StopReason reason) {
        stop.give(reason);
    }

    /** Whether it was asked to stop long ago and still has not; one that has ended never does. */
    boolean hangs(Instant now) {
        return !over && stop.isLongAgo(now);
    }

    /** The files of what is to be rendered. */
    RunFiles open(Job job) {
        return new RunFiles(lease, job, environment.ports().storage());
    }

    /** What the engine is to report to. */
    LeasedRun run(RunFiles opened) {
        return new LeasedRun(lease, environment, stop, writes, opened);
    }

    /** What is to be rendered could not be read: an attempt like any other that failed. */
    void endUnread() {
        report(stop.reason().<RunEnd>map(RunEnd.Stopped::new).orElseGet(RunEnd.Unread::new));
    }

    /** An engine that stops though nobody asked it to has broken off. */
    RunEnd stoppedBy(Stopped stopped) {
        return stop.reason()
                .<RunEnd>map(RunEnd.Stopped::new)
                .orElseGet(() -> new RunEnd.Crashed(stopped));
    }

    Engine engine() {
        return engine;
    }

    ResultFiles files() {
        return files;
    }

    void dropPreview() {
        environment.ports().previews().drop(lease);
    }

    /** A report that breaks becomes that of a crash: no task waits for a run that is over. */
    void report(RunEnd end) {
        try {
            reporter.report(end);
        } catch (Throwable broken) {
            if (end instanceof RunEnd.Crashed) throw broken;
            reporter.report(new RunEnd.Crashed(broken));
        } finally {
            over = true;
        }
    }
}
