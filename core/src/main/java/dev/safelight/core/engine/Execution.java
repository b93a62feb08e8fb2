package dev.safelight.core.engine;

import dev.safelight.core.asset.AssetId;
import dev.safelight.core.asset.NewAsset;
import dev.safelight.core.task.Failure;
import dev.safelight.core.task.FailureCode;
import dev.safelight.core.task.Lease;
import dev.safelight.core.task.Result;
import dev.safelight.core.task.StoreFault;
import dev.safelight.core.task.Write;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * One run of one engine for one lease: render, store the bytes, hand the result in. Runs on one of
 * the engine's threads; {@link #stop} may be called from any.
 */
final class Execution implements Run {
    /** Between two tries to hand in what the store could not take. */
    private static final Duration AGAIN = Duration.ofSeconds(1);

    /** How long an engine may go on after it was asked to stop before somebody should know. */
    private static final Duration HANGS_AFTER = Duration.ofSeconds(60);

    /** Why a run is to stop. */
    enum Why {
        /** The task ended without it: cancelled, or out of time. */
        ENDED,
        /** Another acquisition has the task. */
        LOST,
        /** The server is draining. */
        DRAINED
    }

    private final Lease lease;
    private final Engine engine;
    private final WorkerPorts ports;
    private final Pace pace;
    private final Duration progressEvery;
    private final CompletableFuture<?> closing;
    private final CompletableFuture<Why> stop = new CompletableFuture<>();
    private volatile Instant hangsFrom = Instant.MAX;
    private Instant progressAt = Instant.MIN;
    private int percent;

    /**
     * @param closing done once the store takes nothing any more: then nothing is tried again
     */
    Execution(
            Lease lease,
            Engine engine,
            WorkerPorts ports,
            Pace pace,
            Duration progressEvery,
            CompletableFuture<?> closing) {
        this.lease = lease;
        this.engine = engine;
        this.ports = ports;
        this.pace = pace;
        this.progressEvery = progressEvery;
        this.closing = closing;
    }

    Lease lease() {
        return lease;
    }

    /** Asks the run to stop; the first reason counts. */
    void stop(Why why) {
        if (stop.complete(why)) hangsFrom = ports.clock().instant().plus(HANGS_AFTER);
    }

    /** Whether it was asked to stop long ago and still has not. */
    boolean hangs(Instant now) {
        return !now.isBefore(hangsFrom);
    }

    /** Renders and reports whatever comes of it, also of an error that nobody foresaw. */
    void run(Job job) {
        try {
            proceed();
            var result = store(job, engine.render(job, this));
            report(() -> ports.store().complete(lease, result));
        } catch (Stopped stopped) {
            reportStopped();
        } catch (EngineFailure failed) {
            fail(failed.failure(), failed.isPassing());
        } catch (IOException unwritable) {
            fail(FailureCode.STORAGE_FAILED, "The result could not be stored. Submit it again.");
        } catch (Throwable crashed) {
            // Reported first: what broke the engine may break the log as well.
            fail(FailureCode.ENGINE_CRASHED, "The engine broke while it ran. Submit it again.");
            System.getLogger(Execution.class.getName())
                    .log(
                            System.Logger.Level.WARNING,
                            "engine " + engine.name() + " broke",
                            crashed);
        }
    }

    /** What is to be rendered could not be read: an attempt like any other that failed. */
    void reportUnread() {
        if (stop.isDone()) reportStopped();
        else fail(FailureCode.STORAGE_FAILED, "The task could not be read. Submit it again.");
    }

    private void fail(FailureCode code, String message) {
        fail(new Failure(code, message, true), true);
    }

    private void fail(Failure failure, boolean passing) {
        report(() -> ports.store().fail(lease, failure, passing));
    }

    /** Bytes first, rows later: a file is durable before its task succeeds. */
    private Result store(Job job, Made made) throws IOException, Stopped {
        var assets = new ArrayList<NewAsset>();
        ObjectNode facts = JsonMapper.shared().createObjectNode();
        facts.setAll(made.facts());
        // After the engine's own facts: who made it is not the engine's to say.
        facts.put("engine", engine.name().text());
        facts.put("tier", made.tierOr(engine.tier()).wire());
        var files = facts.putArray("files");
        for (var file : made.files()) {
            proceed();
            var blob = ports.blobs().put(file.content());
            var id = new AssetId(ports.ids().next(job.task().id()));
            assets.add(new NewAsset(
                    id, blob, file.contentType(), file.name(), file.facts().toString()));
            var told = files.addObject()
                    .put("assetId", "asset_" + id)
                    .put("contentType", file.contentType())
                    .put("bytes", blob.bytes())
                    .put("sha256", blob.sha256());
            file.facts()
                    .properties()
                    .forEach(fact -> told.putIfAbsent(fact.getKey(), fact.getValue()));
        }
        return new Result(assets, facts.toString());
    }

    /** Tells the store what became of a run that was stopped. */
    private void reportStopped() {
        switch (stop.join()) {
            case ENDED -> report(() -> ports.store().stopped(lease));
            case DRAINED -> report(() -> ports.store().giveBack(lease));
            case LOST -> {}
        }
    }

    /** Hands a write in until the store takes or refuses it; then says that the engine stopped. */
    private void report(Supplier<CompletableFuture<Write>> write) {
        var answer = insist(write);
        if (answer == Write.LOST) insist(() -> ports.store().stopped(lease));
    }

    private Write insist(Supplier<CompletableFuture<Write>> write) {
        while (true) {
            try {
                return pace.await(write.get());
            } catch (CompletionException fault) {
                if (!(fault.getCause() instanceof StoreFault) || isHopeless()) return Write.LOST;
                pace.pause(AGAIN, closing);
            }
        }
    }

    /** Whether the store will not take it, however often it is asked. */
    private boolean isHopeless() {
        return closing.isDone()
                || Thread.currentThread().isInterrupted()
                || stop.getNow(Why.ENDED) == Why.LOST;
    }

    @Override
    public void progress(int now) throws Stopped {
        proceed();
        var moment = ports.clock().instant();
        if (now <= percent || now >= 100 || moment.isBefore(progressAt)) return;
        percent = now;
        progressAt = moment.plus(progressEvery);
        var _ = ports.store().progress(lease, now).thenAccept(write -> {
            if (write == Write.LOST) stop(Why.ENDED);
        });
    }

    @Override
    public void checkpoint(JsonNode body) throws Stopped {
        proceed();
        var text = body.toString();
        if (insist(() -> ports.store().checkpoint(lease, text)) == Write.LOST) stop(Why.ENDED);
        proceed();
    }

    @Override
    public void pause(Duration duration) throws Stopped {
        proceed();
        pace.pause(duration, stop);
        proceed();
    }

    @Override
    public void proceed() throws Stopped {
        if (stop.isDone()) throw new Stopped();
    }

    @Override
    public boolean stopped() {
        return stop.isDone();
    }
}
