package dev.safelight.core.engine;

/** Where runs take place: a bounded number of platform threads for each engine. */
@FunctionalInterface
public interface RunThreads {
    void start(EngineName engine, Runnable run);
}
