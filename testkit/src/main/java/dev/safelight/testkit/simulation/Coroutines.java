package dev.safelight.testkit.simulation;

import dev.safelight.core.engine.Pace;
import dev.safelight.core.engine.RunThreads;
import dev.safelight.core.tool.EngineName;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/**
 * Engine runs as coroutines: each has a thread, but a baton passes between it and the driver, so
 * that exactly one of them runs at any moment. A run gives the baton back wherever it would wait.
 */
public final class Coroutines implements Pace, RunThreads {
    private final InstantSource clock;
    private final List<Coroutine> alive = new ArrayList<>();
    private @Nullable Coroutine current;

    public Coroutines(InstantSource clock) {
        this.clock = clock;
    }

    /** Unwinds a run whose process was killed: thrown again wherever it would still wait. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private static final class Coroutine {
        private final Semaphore turn = new Semaphore(0);
        private final Semaphore back = new Semaphore(0);
        private BooleanSupplier ready = () -> true;
        private Instant until = Instant.MAX;
        private boolean killed;
        private boolean over;

        /** On the run's own thread. */
        private void live(Runnable run) {
            turn.acquireUninterruptibly();
            try {
                if (!killed) run.run();
            } catch (Killed unwound) {
                killed = true;
            } finally {
                over = true;
                back.release();
            }
        }

        private void giveBack() {
            back.release();
            turn.acquireUninterruptibly();
            if (killed) throw new Killed();
        }
    }

    @Override
    public void start(EngineName engine, Runnable run) {
        var coroutine = new Coroutine();
        alive.add(coroutine);
        Thread.ofVirtual().start(() -> coroutine.live(run));
    }

    @Override
    public <T> T await(CompletableFuture<T> answer) {
        stepAside(answer::isDone, Instant.MAX);
        return answer.join();
    }

    @Override
    public void pause(Duration duration, CompletableFuture<?> signal) {
        var until = clock.instant().plus(duration);
        stepAside(() -> signal.isDone() || !clock.instant().isBefore(until), until);
    }

    private void stepAside(BooleanSupplier ready, Instant until) {
        var self = current;
        if (self == null) throw new IllegalStateException("only a run may wait");
        if (self.killed) throw new Killed();
        while (!ready.getAsBoolean()) {
            self.ready = ready;
            self.until = until;
            self.giveBack();
        }
        self.ready = () -> true;
        self.until = Instant.MAX;
    }

    /** Whether some run could go on now. */
    public boolean canGoOn() {
        return alive.stream().anyMatch(run -> run.ready.getAsBoolean());
    }

    /** Lets one of those that could go on do so until it waits again or ends. */
    public void goOn(RandomGenerator random) {
        var ready = alive.stream().filter(run -> run.ready.getAsBoolean()).toList();
        resume(ready.get(random.nextInt(ready.size())));
    }

    private void resume(Coroutine run) {
        current = run;
        run.turn.release();
        run.back.acquireUninterruptibly();
        current = null;
        if (run.over) alive.remove(run);
    }

    /** When the next pause is over. */
    public Instant nextWake() {
        return alive.stream().map(run -> run.until).min(Instant::compareTo).orElse(Instant.MAX);
    }

    public int size() {
        return alive.size();
    }

    /** Ends all of them where they are, as the end of their process would. */
    public void kill() {
        for (var run : List.copyOf(alive)) {
            run.killed = true;
            resume(run);
        }
    }
}
