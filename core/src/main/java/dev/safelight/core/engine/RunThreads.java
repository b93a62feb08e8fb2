package dev.safelight.core.engine;

import dev.safelight.core.tool.EngineName;

/** Where runs take place: a bounded number of platform threads for each engine. */
@FunctionalInterface
public interface RunThreads {
    void start(EngineName engine, Runnable run);
}
