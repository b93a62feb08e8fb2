package dev.safelight.testkit.engine;

import dev.safelight.core.engine.Engine;
import dev.safelight.core.engine.EngineFailure;
import dev.safelight.core.engine.Job;
import dev.safelight.core.engine.Made;
import dev.safelight.core.engine.Run;
import dev.safelight.core.engine.Stopped;
import dev.safelight.core.engine.Tier;
import dev.safelight.core.tool.EngineName;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An engine whose progress is written down as it says it: the worker drops what is no news.
 *
 * @param progress what it has said so far
 * @param awaited a percentage
 * @param reached done once the engine has said as much; for 0, once it was called
 */
record OverheardEngine(
        Engine engine, List<Integer> progress, int awaited, CompletableFuture<Void> reached)
        implements Engine {

    static OverheardEngine of(Engine engine, int awaited) {
        return new OverheardEngine(
                engine, new CopyOnWriteArrayList<>(), awaited, new CompletableFuture<>());
    }

    @Override
    public EngineName name() {
        return engine.name();
    }

    @Override
    public Tier tier() {
        return engine.tier();
    }

    @Override
    public int capacity() {
        return engine.capacity();
    }

    @Override
    public Made render(Job job, Run run) throws EngineFailure, Stopped {
        at(0);
        return engine.render(job, new OverheardRun(run, percent -> {
            progress.add(percent);
            at(percent);
        }));
    }

    private void at(int percent) {
        if (percent >= awaited) reached.complete(null);
    }
}
