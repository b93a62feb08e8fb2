package dev.safelight.server.http.body;

import dev.safelight.server.http.problem.Problem;
import dev.safelight.server.http.problem.ProblemCode;
import dev.safelight.server.http.problem.Refusal;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Invocable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;

/**
 * A body that a handler takes piece by piece, never more than one of them in memory. Read once, on
 * threads that the handler names, without holding one while the body trickles in.
 */
public final class Upload {
    private static final Problem TOO_SLOW = Problem.of(
                    ProblemCode.REQUEST_TIMEOUT,
                    "The body came too slowly; send it again over a faster line.")
            .retryAfter(1);

    private static final Problem STOPPING = Problem.of(
                    ProblemCode.NOT_READY, "The server is stopping. Send it again in a moment.")
            .retryAfter(5);

    /** Bytes after which a body lets others have its thread, however fast it comes. */
    private static final long TURN = 1 << 20;

    private final Request request;
    private final SlowUploads slow;
    private volatile boolean begun;

    /** Whether all of it was read. */
    private volatile boolean over;

    /** Whether nothing more can be read. */
    private volatile boolean failed;

    public Upload(Request request, SlowUploads slow) {
        this.request = request;
        this.slow = slow;
    }

    /** Takes pieces of a body, in order; may block for a moment, as a write to a file does. */
    @FunctionalInterface
    public interface Sink {
        /** Fails with a {@link Refusal}, or an {@link IOException}, to refuse the rest. */
        void take(ByteBuffer piece) throws IOException;
    }

    /**
     * How a body is read.
     *
     * @param most bytes; one more is refused with 413, before the first one when the length is
     *     declared
     * @param bytesAMinute the slowest rate: a body that brings less in a minute is refused with 408
     * @param threads that call the sink, which may block
     */
    public record Terms(long most, long bytesAMinute, Executor threads) {}

    /** Bytes that the caller says it sends, or -1 when it does not say. */
    public long declaredLength() {
        return request.getLength();
    }

    /**
     * Reads all of it into the sink.
     *
     * @return how many bytes there were; completes on one of the threads, or with the clock
     */
    public CompletableFuture<Long> into(Sink sink, Terms terms) {
        var read = new CompletableFuture<Long>();
        if (declaredLength() > terms.most()) {
            read.completeExceptionally(tooLarge(terms.most()));
        } else {
            begun = true;
            new Reading(sink, terms, read).run();
        }
        return read;
    }

    /** Whether there are bytes of it that nobody has read or will. */
    public boolean isUnread() {
        return !over && request.getLength() != 0;
    }

    /** Whether they may be on their way: who waits to be told to send has not been told. */
    public boolean isLeft() {
        boolean waits = request.getHeaders().contains(HttpHeader.EXPECT);
        return isUnread() && !failed && (begun || !waits);
    }

    private static Refusal tooLarge(long most) {
        return new Refusal(Problem.of(
                ProblemCode.PAYLOAD_TOO_LARGE, "The body is longer than " + most + " bytes."));
    }

    private final class Reading implements Invocable.Task, SlowUploads.Trickle {
        private final Sink sink;
        private final Terms terms;
        private final CompletableFuture<Long> read;
        private volatile long taken;

        private Reading(Sink sink, Terms terms, CompletableFuture<Long> read) {
            this.sink = sink;
            this.terms = terms;
            this.read = read;
        }

        @Override
        public InvocationType getInvocationType() {
            return InvocationType.NON_BLOCKING;
        }

        /** There are bytes, or it is the body's turn again: a thread is waited for. */
        @Override
        public void run() {
            slow.rest(this);
            try {
                terms.threads().execute(this::readOn);
            } catch (RuntimeException | Error stopping) {
                refuse(stopping);
            }
        }

        private void readOn() {
            long turn = taken + TURN;
            try {
                while (!read.isDone()) {
                    if (taken >= turn) {
                        run();
                        return;
                    }
                    Content.Chunk chunk = request.read();
                    if (chunk == null) {
                        waitForMore();
                        return;
                    }
                    read(chunk);
                }
            } catch (Throwable broken) {
                failed = true;
                refuse(broken);
            }
        }

        private void read(Content.Chunk chunk) {
            if (Content.Chunk.isFailure(chunk)) {
                failed = true;
                refuse(broken(chunk));
            } else {
                take(chunk);
            }
        }

        /** A server that stops waits for nobody's bytes, which is no fault of their sender's. */
        private Refusal broken(Content.Chunk chunk) {
            return slow.isDraining() && chunk.getFailure() instanceof TimeoutException
                    ? new Refusal(STOPPING)
                    : Body.broken(chunk);
        }

        private void waitForMore() {
            slow.watch(this);
            // The clock may have ended it since.
            if (read.isDone()) slow.forget(this);
            else request.demand(this);
        }

        private void take(Content.Chunk chunk) {
            try {
                long all = taken + chunk.remaining();
                if (all > terms.most()) throw tooLarge(terms.most());
                if (chunk.hasRemaining()) sink.take(chunk.getByteBuffer());
                taken = all;
                if (chunk.isLast()) {
                    over = true;
                    slow.forget(this);
                    read.complete(all);
                }
            } catch (Throwable refused) {
                refuse(refused);
            } finally {
                chunk.release();
            }
        }

        private void refuse(Throwable why) {
            slow.forget(this);
            read.completeExceptionally(why);
        }

        @Override
        public long taken() {
            return taken;
        }

        @Override
        public long bytesAMinute() {
            return terms.bytesAMinute();
        }

        @Override
        public void expire() {
            failed = true;
            refuse(new Refusal(TOO_SLOW));
        }
    }
}
