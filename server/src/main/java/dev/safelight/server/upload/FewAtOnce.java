package dev.safelight.server.upload;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/** Runs so many tasks at once on the threads of others, and the rest in turn after them. */
final class FewAtOnce implements Executor {
    private static final Logger LOG = LoggerFactory.getLogger(FewAtOnce.class);

    private final int most;
    private final Executor threads;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int running;

    FewAtOnce(int most, Executor threads) {
        this.most = most;
        this.threads = threads;
    }

    @Override
    public void execute(Runnable task) {
        if (!begins(task)) return;
        try {
            threads.execute(() -> run(task));
        } catch (RuntimeException | Error refused) {
            ended();
            throw refused;
        }
    }

    /** Whether there is a place for it; otherwise it waits for one. */
    private synchronized boolean begins(Runnable task) {
        if (running == most) {
            waiting.add(task);
            return false;
        }
        running++;
        return true;
    }

    private void run(Runnable first) {
        for (Runnable task = first; task != null; task = next()) {
            try {
                task.run();
            } catch (RuntimeException | Error fault) {
                LOG.error("a task failed", fault);
            }
        }
    }

    private synchronized @Nullable Runnable next() {
        var task = waiting.poll();
        if (task == null) running--;
        return task;
    }

    private synchronized void ended() {
        running--;
    }
}
