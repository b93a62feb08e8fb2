package dev.safelight.store.sqlite.writer;

import dev.safelight.core.task.StoreFault;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What was sent to the writer and waits to be taken. Bounded: beyond the limit it is refused at
 * once. {@link #send} may be called from any thread, {@link #take} from the writer's.
 */
public final class Intake {
    private final ConcurrentLinkedQueue<Command> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final Runnable wake;
    private final int limit;
    private volatile boolean closed;

    /**
     * @param wake called after something was sent; must be quick
     * @param limit how much may be waiting before more is refused
     */
    public Intake(Runnable wake, int limit) {
        this.wake = wake;
        this.limit = limit;
    }

    int size() {
        return waiting.get();
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }

    void send(Command command) {
        if (waiting.incrementAndGet() > limit) {
            waiting.decrementAndGet();
            command.fail(
                    new StoreFault(StoreFault.Kind.BUSY, "more is waiting than can be written"));
            return;
        }
        queue.add(command);
        // Asked after it is in the queue: it is refused here, or by close(), never forgotten.
        if (closed) refuseAll("the store is closed");
        else wake.run();
    }

    /** The next ones in order, at most so many. */
    List<Command> take(int most) {
        var commands = new ArrayList<Command>();
        Command command;
        while (commands.size() < most && (command = queue.poll()) != null) commands.add(command);
        waiting.addAndGet(-commands.size());
        return commands;
    }

    void refuseAll(String why) {
        var fault = new StoreFault(StoreFault.Kind.BROKEN, why);
        Command command;
        while ((command = queue.poll()) != null) {
            waiting.decrementAndGet();
            command.fail(fault);
        }
    }

    /** Refuses what waits and whatever is sent from here on. */
    void close() {
        closed = true;
        refuseAll("the store is closed");
    }
}
