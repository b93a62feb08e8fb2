package dev.safelight.server.http;

import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;

/**
 * Where the bytes of a streamed answer go. Its owner sends one piece at a time: the next one after
 * the piece before is out, so that a slow reader holds one piece in memory and not a queue of them.
 */
public final class Outlet {
    private final Response response;
    private final Callback over;

    /**
     * @param over told once: that the answer is whole, or that it broke off
     */
    Outlet(Response response, Callback over) {
        this.response = response;
        this.over = over;
    }

    /**
     * Sends a piece.
     *
     * @return completes when it is out; fails when the reader has gone, and then nothing more can
     *     be sent
     */
    public CompletableFuture<Void> send(ByteBuffer piece) {
        var out = new CompletableFuture<Void>();
        response.write(false, piece, Callback.from(() -> out.complete(null), fault -> {
            over.failed(fault);
            out.completeExceptionally(fault);
        }));
        return out;
    }

    /** Ends the answer; for use once, when no piece is under way and none has failed. */
    public void end() {
        response.write(true, ByteBuffer.allocate(0), over);
    }

    /** Breaks the answer off, so that its reader does not take it for a whole one. */
    public void abort(Throwable fault) {
        over.failed(fault);
    }
}
