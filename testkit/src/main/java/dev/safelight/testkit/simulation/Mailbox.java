package dev.safelight.testkit.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/** An executor that runs what it was given when the driver says so, in an order of its choice. */
public final class Mailbox implements Executor {
    private final List<Runnable> waiting = new ArrayList<>();

    @Override
    public void execute(Runnable task) {
        waiting.add(task);
    }

    public boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Runs one of those that wait. */
    public void runOne(RandomGenerator random) {
        waiting.remove(random.nextInt(waiting.size())).run();
    }
}
