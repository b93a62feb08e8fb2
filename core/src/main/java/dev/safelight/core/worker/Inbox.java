package dev.safelight.core.worker;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * Brings what arrives on other threads to the thread that steps the worker, so that its state needs
 * no locks. Anyone may post; only the stepping thread handles.
 */
final class Inbox {
    private final ConcurrentLinkedQueue<Runnable> arrived = new ConcurrentLinkedQueue<>();
    private final Runnable wake;

    /**
     * @param wake called when something has arrived; must be quick
     */
    Inbox(Runnable wake) {
        this.wake = wake;
    }

    /** Has it run by the stepping thread, soon. */
    void post(Runnable action) {
        arrived.add(action);
        wake();
    }

    /** Has an answer of the store handled by the stepping thread. */
    <T> void postAnswer(
            CompletableFuture<T> answer, Consumer<T> then, Consumer<Throwable> otherwise) {
        var _ = answer.whenComplete((value, fault) -> post(() -> {
            if (fault == null) then.accept(value);
            else otherwise.accept(fault);
        }));
    }

    /** Has the worker stepped soon, though nothing has arrived. */
    void wake() {
        wake.run();
    }

    void handleAll() {
        Runnable action;
        while ((action = arrived.poll()) != null) action.run();
    }
}
