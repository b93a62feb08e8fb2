package dev.safelight.store.sqlite;

import dev.safelight.core.task.StoreFault;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What was sent to the writer and waits to be taken. Bounded: beyond the limit it is refused at
 * once. {@link #send} may be called from any thread, {@link #take} from the writer's.
 */
final class Intake {
    private final ConcurrentLinkedQueue<Op> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final Runnable wake;
    private final int limit;
    private volatile boolean closed;

    /**
     * @param wake called after something was sent; must be quick
     * @param limit how much may be waiting before more is refused
     */
    Intake(Runnable wake, int limit) {
        this.wake = wake;
        this.limit = limit;
    }

    int size() {
        return waiting.get();
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }

    void send(Op op) {
        if (waiting.incrementAndGet() > limit) {
            waiting.decrementAndGet();
            op.fail(new StoreFault(StoreFault.Kind.BUSY, "more is waiting than can be written"));
            return;
        }
        queue.add(op);
        // Asked after the op is in the queue: it is refused here, or by close(), never forgotten.
        if (closed) refuseAll("the store is closed");
        else wake.run();
    }

    /** The next ones in order, at most so many. */
    List<Op> take(int most) {
        var ops = new ArrayList<Op>();
        Op op;
        while (ops.size() < most && (op = queue.poll()) != null) ops.add(op);
        waiting.addAndGet(-ops.size());
        return ops;
    }

    void refuseAll(String why) {
        var fault = new StoreFault(StoreFault.Kind.BROKEN, why);
        Op op;
        while ((op = queue.poll()) != null) {
            waiting.decrementAndGet();
            op.fail(fault);
        }
    }

    /** Refuses what waits and whatever is sent from here on. */
    void close() {
        closed = true;
        refuseAll("the store is closed");
    }
}
