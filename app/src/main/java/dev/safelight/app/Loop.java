package dev.safelight.app;

import dev.safelight.core.time.Step;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/**
 * The only class that starts threads and the only one that sleeps. Each step gets a platform
 * thread, which parks until the moment that the step named or until it is woken.
 */
final class Loop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(1);

    /** ONNX Runtime recurses over the command line when it loads, and a prompt makes that long. */
    private static final long RUN_STACK = 64L << 20;

    /** The exit code of an internal fault: EX_SOFTWARE of sysexits. */
    static final int BROKEN = 70;

    private final IntConsumer halt;
    private final List<Turning> wheels = new CopyOnWriteArrayList<>();
    private final List<ExecutorService> pools = new CopyOnWriteArrayList<>();

    Loop() {
        this(Runtime.getRuntime()::halt);
    }

    /**
     * Ends the process in a way of its own.
     *
     * @param halt given the exit code when a thread cannot go on
     */
    Loop(IntConsumer halt) {
        this.halt = halt;
    }

    /** A thread for one step. */
    private final class Turning implements Driver.Wheel {
        private final Thread thread;
        private volatile boolean woken;
        private volatile boolean stopped;
        private volatile Runnable turning = () -> {};

        private Turning(String name) {
            thread = Thread.ofPlatform().name(name).daemon().unstarted(() -> turning.run());
        }

        @Override
        public void wake() {
            woken = true;
            LockSupport.unpark(thread);
        }

        @Override
        public void turn(Step step, InstantSource clock) {
            turning = () -> go(step, clock);
            thread.start();
        }

        private void go(Step step, InstantSource clock) {
            while (!stopped) {
                woken = false;
                Duration pause = call(step, clock);
                if (!pause.isPositive() || woken || stopped) continue;
                LockSupport.parkNanos(this, pause.toNanos());
            }
        }

        private Duration call(Step step, InstantSource clock) {
            try {
                var now = clock.instant();
                var next = step.step(now);
                if (!next.isAfter(now)) return Duration.ZERO;
                return next.isAfter(now.plus(LONGEST)) ? LONGEST : Duration.between(now, next);
            } catch (RuntimeException fault) {
                LOG.error("{} failed; it goes on", thread.getName(), fault);
                return AFTER_A_FAULT;
            } catch (Throwable broken) {
                // Without this thread the process would look alive; its restart is well tested.
                try {
                    LOG.error("{} broke; the process ends", thread.getName(), broken);
                } finally {
                    halt.accept(BROKEN);
                }
                throw broken;
            }
        }

        private void end() {
            stopped = true;
            LockSupport.unpark(thread);
        }

        @Override
        public void stop() {
            end();
            try {
                thread.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** A thread that somebody else starts, as the JVM does at its end. */
    static Thread unstarted(String name, Runnable work) {
        return Thread.ofPlatform().name(name).unstarted(work);
    }

    /** A wheel that can be woken already and turns later. */
    Driver.Wheel wheel(String name) {
        var wheel = new Turning(name);
        wheels.add(wheel);
        return wheel;
    }

    /** A bounded number of platform threads, for what blocks in native code. */
    ExecutorService platformThreads(String name, int most) {
        return keep(Executors.newFixedThreadPool(
                most, Thread.ofPlatform().name(name + "-", 1).daemon().factory()));
    }

    /** A platform thread for each run under way; how many that are, the engines' slots bound. */
    ExecutorService runThreads() {
        var builder = Thread.ofPlatform().name("run-", 1).daemon().stackSize(RUN_STACK);
        return keep(Executors.newCachedThreadPool(builder.factory()));
    }

    /** A virtual thread for each thing to do. */
    ExecutorService virtualThreads() {
        return keep(Executors.newVirtualThreadPerTaskExecutor());
    }

    private ExecutorService keep(ExecutorService pool) {
        pools.add(pool);
        return pool;
    }

    /** Ends every thread; what was interrupted has been given back by then. */
    @Override
    public void close() {
        wheels.forEach(Turning::end);
        pools.forEach(ExecutorService::shutdownNow);
        for (var pool : pools) {
            try {
                if (!pool.awaitTermination(5, TimeUnit.SECONDS)) LOG.warn("a thread goes on");
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
