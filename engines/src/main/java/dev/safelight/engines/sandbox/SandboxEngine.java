package dev.safelight.engines.sandbox;

import dev.safelight.core.engine.Engine;
import dev.safelight.core.engine.EngineFailure;
import dev.safelight.core.engine.Job;
import dev.safelight.core.engine.Made;
import dev.safelight.core.engine.Pace;
import dev.safelight.core.engine.Run;
import dev.safelight.core.engine.Stopped;
import dev.safelight.core.engine.Tier;
import dev.safelight.core.task.FailureCode;
import dev.safelight.core.tool.EngineName;

import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Plays the script that a request's metadata holds. */
public final class SandboxEngine implements Engine {
    private static final String MODEL = "sandbox-1";
    private static final int AT_ONCE = 64;
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
    public Made render(Job job, Run run) throws EngineFailure, Stopped {
        var script = Script.read(job.metadata());
        play(script, run);
        return switch (script.outcome()) {
            case SUCCEED, IGNORE_CANCEL -> made(job, script);
            case FLAKY -> {
                if (job.attempt() == 1) throw passing();
                yield made(job, script);
            }
            case FAIL ->
                throw EngineFailure.lasting(
                        FailureCode.MODEL_ERROR, "The sandbox was asked to fail.");
            case REFUSE ->
                throw EngineFailure.lasting(
                        FailureCode.PROMPT_REFUSED,
                        "The sandbox was asked to refuse the prompt. Try another prompt.");
            case FAIL_PASSING -> throw passing();
            case CRASH -> throw new IllegalStateException("the sandbox was asked to crash");
            case HANG -> throw hang(run);
        };
    }

    private static EngineFailure passing() {
        return EngineFailure.passing(
                FailureCode.MODEL_ERROR, "The sandbox was asked to fail in passing.");
    }

    private void play(Script script, Run run) throws Stopped {
        int steps = Math.max(1, script.steps());
        var slice = script.length().dividedBy(steps);
        for (int step = 1; step <= steps; step++) {
            if (script.outcome() == Outcome.IGNORE_CANCEL) {
                pace.pause(slice, new CompletableFuture<>());
                if (run.stopped()) continue;
            } else {
                run.pause(slice);
            }
            if (script.steps() > 0) run.progress(100 * step / (steps + 1));
        }
    }

    private static EngineFailure hang(Run run) throws Stopped {
        while (!run.stopped()) run.pause(A_WHILE);
        throw new Stopped();
    }

    private static Made made(Job job, Script script) {
        var facts = JsonMapper.shared().createObjectNode();
        facts.put("model", MODEL).put("outcome", script.outcome().wire());
        return new Made(SampleFile.all(job, MODEL), facts);
    }
}
