package dev.safelight.server.http;

import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;

/**
 * A body that a handler takes piece by piece, never more than one of them in memory. Read once, on
 * the listener's platform threads, without holding one while the body trickles in.
 */
public final class Upload {
    private final Request request;

    Upload(Request request) {
        this.request = request;
    }

    /** Takes pieces of a body, in order; may block for a moment, as a write to a file does. */
    @FunctionalInterface
    public interface Sink {
        /** Fails with a {@link Refusal}, or an {@link IOException}, to refuse the rest. */
        void take(ByteBuffer piece) throws IOException;
    }

    /** Bytes that the caller says it sends, or -1 when it does not say. */
    public long declaredLength() {
        return request.getLength();
    }

    /**
     * Reads all of it into the sink.
     *
     * @param most bytes; one more is refused with 413, before the first one when the length is
     *     declared
     * @return how many there were
     */
    public CompletableFuture<Long> into(Sink sink, long most) {
        var read = new CompletableFuture<Long>();
        if (declaredLength() > most) read.completeExceptionally(tooLarge(most));
        else new Reading(sink, most, read).run();
        return read;
    }

    private static Refusal tooLarge(long most) {
        return new Refusal(Problem.of(
                        ProblemCode.PAYLOAD_TOO_LARGE,
                        "The body is longer than " + most + " bytes.")
                .with("Connection", "close"));
    }

    private final class Reading implements Runnable {
        private final Sink sink;
        private final long most;
        private final CompletableFuture<Long> read;
        private long taken;

        private Reading(Sink sink, long most, CompletableFuture<Long> read) {
            this.sink = sink;
            this.most = most;
            this.read = read;
        }

        @Override
        public void run() {
            while (!read.isDone()) {
                Content.Chunk chunk = request.read();
                if (chunk == null) {
                    request.demand(this);
                    return;
                }
                if (Content.Chunk.isFailure(chunk)) read.completeExceptionally(Body.broken(chunk));
                else take(chunk);
            }
        }

        private void take(Content.Chunk chunk) {
            try {
                taken += chunk.remaining();
                if (taken > most) throw tooLarge(most);
                if (chunk.hasRemaining()) sink.take(chunk.getByteBuffer());
                if (chunk.isLast()) read.complete(taken);
            } catch (IOException | RuntimeException refused) {
                read.completeExceptionally(refused);
            } finally {
                chunk.release();
            }
        }
    }
}
