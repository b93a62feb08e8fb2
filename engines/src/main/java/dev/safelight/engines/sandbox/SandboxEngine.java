package dev.safelight.engines.sandbox;

import dev.safelight.core.engine.Assignment;
import dev.safelight.core.engine.Engine;
import dev.safelight.core.engine.EngineFailure;
import dev.safelight.core.engine.Job;
import dev.safelight.core.engine.Made;
import dev.safelight.core.engine.Pace;
import dev.safelight.core.engine.Run;
import dev.safelight.core.engine.Stopped;
import dev.safelight.core.engine.Tier;
import dev.safelight.core.tool.EngineName;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Plays the script that a request's metadata holds. */
public final class SandboxEngine implements Engine {
    private static final int AT_ONCE = 64;
    private static final int TOGETHER = 8;
    private static final Duration A_WHILE = Duration.ofMinutes(1);

    private final Pace pace;

    /**
     * @param pace how a run waits that hears no request to stop
     */
    public SandboxEngine(Pace pace) {
        this.pace = pace;
    }

    @Override
    public EngineName name() {
        return EngineName.SANDBOX;
    }

    @Override
    public Tier tier() {
        return Tier.SANDBOX;
    }

    @Override
    public int capacity() {
        return AT_ONCE;
    }

    @Override
    public @Nullable String batchKey(Job job) {
        return Script.batch(job.metadata());
    }

    @Override
    public int batchSize() {
        return TOGETHER;
    }

    /** Their scripts run beside each other, as if each were alone. */
    @Override
    public void renderAll(List<? extends Assignment> together) {
        new Batch(pace, together).play();
    }

    @Override
    public Made render(Job job, Run run) throws EngineFailure, Stopped {
        var script = Script.read(job.metadata());
        play(script, job, run);
        if (script.outcome() == Outcome.HANG) throw hang(run);
        return ScriptOutcome.of(job, script, 1, run);
    }

    private void play(Script script, Job job, Run run) throws Stopped {
        for (int step = 1; step <= Math.max(1, script.steps()); step++) {
            if (script.outcome() == Outcome.IGNORE_CANCEL) {
                pace.pause(script.slice(), new CompletableFuture<>());
                if (run.stopped()) continue;
            } else {
                run.pause(script.slice());
            }
            ScriptOutcome.report(script, step, job, run);
        }
    }

    private static EngineFailure hang(Run run) throws Stopped {
        while (!run.stopped()) run.pause(A_WHILE);
        throw new Stopped();
    }
}
