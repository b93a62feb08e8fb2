package dev.safelight.app.simulation;

import dev.safelight.core.asset.Content;
import dev.safelight.core.engine.EngineFailure;
import dev.safelight.core.engine.Job;
import dev.safelight.core.engine.Made;
import dev.safelight.core.engine.MadeFile;
import dev.safelight.core.engine.Pace;
import dev.safelight.core.engine.Run;
import dev.safelight.core.engine.Stopped;
import dev.safelight.core.task.FailureCode;
import dev.safelight.testkit.simulation.ActingEngine;

import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Does with each task what its plan says. */
final class PlannedWork implements ActingEngine.Act {
    private static final Duration FOR_EVER = Duration.ofHours(5);
    private final Pace pace;

    PlannedWork(Pace pace) {
        this.pace = pace;
    }

    @Override
    public Made render(Job job, Run run) throws EngineFailure, Stopped {
        var plan = Plan.read(job.input());
        switch (plan.kind()) {
            case SUCCEED -> work(plan, run, false);
            case SUCCEED_WITH_CHECKPOINTS -> work(plan, run, true);
            case FAIL_FOR_NOW -> {
                work(plan, run, false);
                if (job.attempt() < 1 + plan.number() % 4)
                    throw EngineFailure.passing(FailureCode.MODEL_ERROR, "not yet");
            }
            case FAIL_FOR_GOOD -> {
                work(plan, run, false);
                throw EngineFailure.lasting(FailureCode.INVALID_INPUT, "never");
            }
            case CRASH -> {
                work(plan, run, false);
                throw new IllegalStateException("crashed, says the plan");
            }
            case HANG -> run.pause(FOR_EVER);
            case IGNORE_THE_STOP -> workOn(plan);
            case SUCCEED_LATE -> {
                try {
                    run.pause(Duration.ofMinutes(5));
                } catch (Stopped told) {
                    workOn(plan);
                }
            }
        }
        return made(job);
    }

    private static void work(Plan plan, Run run, boolean checkpoints) throws Stopped {
        for (int step = 1; step <= plan.steps(); step++) {
            run.pause(Duration.ofMillis(plan.millis()));
            run.progress(100 * step / (plan.steps() + 1));
            if (checkpoints)
                run.checkpoint(JsonMapper.shared().createObjectNode().put("step", step));
        }
    }

    /** Never looks whether it should stop. */
    private void workOn(Plan plan) {
        pace.pause(Duration.ofMillis(4L * plan.millis()), new CompletableFuture<>());
    }

    private static Made made(Job job) {
        byte[] bytes = job.task().toString().getBytes(StandardCharsets.UTF_8);
        var facts = JsonMapper.shared().createObjectNode();
        return new Made(
                List.of(new MadeFile("text/plain", "task.txt", Content.of(bytes), facts)), facts);
    }
}
