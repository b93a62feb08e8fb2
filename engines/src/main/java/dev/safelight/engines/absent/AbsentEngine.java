package dev.safelight.engines.absent;

import dev.safelight.core.engine.Engine;
import dev.safelight.core.engine.EngineFailure;
import dev.safelight.core.engine.Job;
import dev.safelight.core.engine.Made;
import dev.safelight.core.engine.Run;
import dev.safelight.core.engine.Tier;
import dev.safelight.core.task.FailureCode;
import dev.safelight.core.tool.EngineName;

/** Fails every task with what is missing; another attempt would meet the same. */
public final class AbsentEngine implements Engine {
    private static final int AT_ONCE = 8;
    private final EngineName name;

    /** @param name of the engine that is not here */
    public AbsentEngine(EngineName name) {
        this.name = name;
    }

    @Override
    public EngineName name() {
        return name;
    }

    @Override
    public Tier tier() {
        return Tier.BUILTIN;
    }

    @Override
    public int capacity() {
        return AT_ONCE;
    }

    @Override
    public Made render(Job job, Run run) throws EngineFailure {
        var route = job.route();
        throw EngineFailure.lasting(
                FailureCode.ENGINE_UNAVAILABLE,
                "Nothing here makes " + route.tool() + " with the model " + route.model()
                        + ": the engine " + name + " is not installed. The operator can route the"
                        + " model to another engine, as in: serve --route " + route.model()
                        + "=ENGINE. Nothing was charged.");
    }
}
