package dev.safelight.cli;

import dev.safelight.client.Safelight;
import dev.safelight.client.SafelightException;
import dev.safelight.client.TaskId;

import java.io.PrintStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Cancels the task when Ctrl-C is pressed. It runs on a thread of the host's, while the command's
 * own thread goes on waiting and sees the cancelled task.
 */
final class CtrlC implements Runnable {
    /** A submit that is under way is answered within this, or the process ends without it. */
    private static final int SECONDS = 3;

    private final Safelight safelight;
    private final PrintStream err;
    private final CompletableFuture<TaskId> task = new CompletableFuture<>();
    private volatile boolean pressed;

    CtrlC(Safelight safelight, PrintStream err) {
        this.safelight = safelight;
        this.err = err;
    }

    void watch(TaskId id) {
        task.complete(id);
    }

    boolean wasPressed() {
        return pressed;
    }

    @Override
    public void run() {
        pressed = true;
        try {
            TaskId id = task.get(SECONDS, TimeUnit.SECONDS);
            String state = Lines.word(safelight.cancel(id).state());
            err.println("\nsafelight: task " + id + " is " + state);
        } catch (SafelightException e) {
            err.println("\nsafelight: could not cancel the task: " + Printable.of(e.getMessage()));
        } catch (TimeoutException | ExecutionException e) {
            err.println("\nsafelight: interrupted before there was a task");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
