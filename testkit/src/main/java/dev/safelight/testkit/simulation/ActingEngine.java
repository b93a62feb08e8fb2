package dev.safelight.testkit.simulation;

import dev.safelight.core.engine.Engine;
import dev.safelight.core.engine.EngineFailure;
import dev.safelight.core.engine.Job;
import dev.safelight.core.engine.Made;
import dev.safelight.core.engine.Run;
import dev.safelight.core.engine.Stopped;
import dev.safelight.core.engine.Tier;
import dev.safelight.core.tool.EngineName;

/** An engine of two slots, in the sandbox's place, that does what a test says. */
public record ActingEngine(Act act) implements Engine {

    /** What it does with each of its tasks. */
    @FunctionalInterface
    public interface Act {
        Made render(Job job, Run run) throws EngineFailure, Stopped;
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
        return 2;
    }

    @Override
    public Made render(Job job, Run run) throws EngineFailure, Stopped {
        return act.render(job, run);
    }
}
