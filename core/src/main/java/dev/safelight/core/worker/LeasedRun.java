package dev.safelight.core.worker;

import dev.safelight.core.engine.InputFile;
import dev.safelight.core.engine.Run;
import dev.safelight.core.engine.Stopped;
import dev.safelight.core.task.Lease;
import dev.safelight.core.task.Preview;
import dev.safelight.core.task.WriteOutcome;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** What an engine reports to while it renders under a lease. Called on the run's own thread. */
final class LeasedRun implements Run {
    private final Lease lease;
    private final RunEnvironment environment;
    private final StopSignal stop;
    private final LeaseWrites writes;
    private final RunFiles files;
    private Instant nextProgress = Instant.MIN;
    private int percent;

    LeasedRun(
            Lease lease,
            RunEnvironment environment,
            StopSignal stop,
            LeaseWrites writes,
            RunFiles files) {
        this.lease = lease;
        this.environment = environment;
        this.stop = stop;
        this.writes = writes;
        this.files = files;
    }

    /** Does not wait for the disk: a percentage that is not stored is followed by a later one. */
    @Override
    public void progress(int now) throws Stopped {
        proceed();
        var moment = environment.ports().clock().instant();
        if (now <= percent || now >= 100 || moment.isBefore(nextProgress)) return;
        percent = now;
        nextProgress = moment.plus(environment.progressEvery());
        var _ = environment.ports().store().progress(lease, now).thenAccept(this::heed);
    }

    @Override
    public void checkpoint(JsonNode body) throws Stopped {
        proceed();
        var text = body.toString();
        heed(writes.insist(() -> environment.ports().store().checkpoint(lease, text)));
        proceed();
    }

    private void heed(WriteOutcome write) {
        if (write == WriteOutcome.LOST) stop.give(StopReason.ENDED);
    }

    @Override
    public InputFile file(String id) {
        return files.file(id);
    }

    @Override
    public Path scratch() throws IOException {
        return files.scratch();
    }

    /** One that comes after the end, from a call that goes on for other jobs, is dropped. */
    @Override
    public void preview(Preview picture) throws Stopped {
        proceed();
        if (!files.isClosed()) environment.ports().previews().show(lease, picture);
    }

    @Override
    public void pause(Duration duration) throws Stopped {
        proceed();
        environment.pace().pause(duration, stop.given());
        proceed();
    }

    @Override
    public void proceed() throws Stopped {
        stop.check();
    }

    @Override
    public boolean stopped() {
        return stop.isGiven();
    }

    @Override
    public void whenStopped(Runnable then) {
        var _ = stop.given().thenRun(then);
    }
}
