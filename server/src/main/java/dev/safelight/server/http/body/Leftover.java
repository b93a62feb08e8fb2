package dev.safelight.server.http.body;

import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;

import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What a caller still sends when it has been refused. It is read and dropped for a while before the
 * connection is closed: a connection that is closed under bytes that nobody read is reset, and many
 * callers then never see the answer that was sent before.
 */
public final class Leftover implements Runnable, SlowBodies.Late {
    /** A line that fills this in the time is better cut off. */
    private static final long MOST = 64L << 20;

    private final Request request;
    private final SlowBodies slow;
    private final Callback end;
    private final AtomicBoolean over = new AtomicBoolean();
    private long dropped;

    private Leftover(Request request, SlowBodies slow, Callback end) {
        this.request = request;
        this.slow = slow;
        this.end = end;
    }

    /**
     * Reads what is left of a request and drops it.
     *
     * @param end told once that the caller has stopped, or that it must be stopped
     */
    public static void drop(Request request, SlowBodies slow, Callback end) {
        var leftover = new Leftover(request, slow, end);
        slow.await(leftover);
        leftover.run();
    }

    @Override
    public void run() {
        while (!over.get()) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                request.demand(this);
                return;
            }
            boolean last = chunk.isLast() || Content.Chunk.isFailure(chunk);
            dropped += chunk.remaining();
            chunk.release();
            if (last || dropped > MOST) end(end::succeeded);
        }
    }

    @Override
    public void expire() {
        end(() -> end.failed(new TimeoutException("a refused caller went on sending")));
    }

    private void end(Runnable ending) {
        if (!over.compareAndSet(false, true)) return;
        slow.forget(this);
        ending.run();
    }
}
