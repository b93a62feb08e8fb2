package dev.safelight.server.http.body;

import dev.safelight.server.http.problem.Problem;
import dev.safelight.server.http.problem.ProblemCode;
import dev.safelight.server.http.problem.Refusal;

import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

import java.io.ByteArrayOutputStream;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Gathers a request's body without holding a thread while it trickles in. Ends exactly once, whole
 * or refused, whoever comes first: the last byte, the limit or the clock.
 */
public final class Body implements Runnable, SlowBodies.Late {
    private static final byte[] NOTHING = new byte[0];
    private static final Problem NO_ROOM = Problem.of(
                    ProblemCode.OVERLOADED, "Too many bodies are coming in. Try again in a moment.")
            .with("Connection", "close")
            .retryAfter(1);
    private final Request request;
    private final SlowBodies slow;
    private final Most most;
    private final Consumer<byte[]> whole;
    private final Consumer<Throwable> refused;
    private final AtomicBoolean over = new AtomicBoolean();
    private final ByteArrayOutputStream gathered = new ByteArrayOutputStream(0);
    private boolean counts;

    /**
     * How long it may be.
     *
     * @param advice what to do with more, as a sentence, or none
     */
    public record Most(int bytes, String advice) {
        private Refusal exceeded() {
            return new Refusal(Problem.of(
                            ProblemCode.PAYLOAD_TOO_LARGE,
                            ("The body is longer than " + bytes + " bytes. " + advice).strip())
                    .with("Connection", "close"));
        }
    }

    private Body(
            Request request,
            SlowBodies slow,
            Most most,
            Consumer<byte[]> whole,
            Consumer<Throwable> refused) {
        this.request = request;
        this.slow = slow;
        this.most = most;
        this.whole = whole;
        this.refused = refused;
    }

    /** Reads all of it; a declared length over the limit reads nothing. */
    public static void read(
            Request request,
            SlowBodies slow,
            Most most,
            Consumer<byte[]> whole,
            Consumer<Throwable> refused) {
        if (request.getLength() > most.bytes()) refused.accept(most.exceeded());
        else new Body(request, slow, most, whole, refused).run();
    }

    @Override
    public void run() {
        while (!over.get()) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                waitForMore();
                return;
            }
            if (Content.Chunk.isFailure(chunk)) {
                end(() -> refused.accept(broken(chunk)));
                return;
            }
            boolean last = take(chunk);
            if (gathered.size() > most.bytes()) {
                end(() -> refused.accept(most.exceeded()));
                return;
            }
            if (gathered.size() > slow.longest() && !isKept()) return;
            if (last) {
                byte[] body = gathered.size() == 0 ? NOTHING : gathered.toByteArray();
                end(() -> whole.accept(body));
            }
        }
    }

    /** The clock has come first. */
    @Override
    public void expire() {
        end(() -> refused.accept(new Refusal(Problem.of(
                        ProblemCode.REQUEST_TIMEOUT,
                        "The body did not arrive in time; send it again, faster.")
                .with("Connection", "close"))));
    }

    private void waitForMore() {
        if (isKept()) request.demand(this);
    }

    /** What waits and what is large counts with all others; it ends where there is no room. */
    private boolean isKept() {
        if (!counts) {
            counts = true;
            slow.await(this);
        }
        if (slow.keep(this, gathered.size())) return true;
        end(() -> refused.accept(new Refusal(NO_ROOM)));
        return false;
    }

    private boolean take(Content.Chunk chunk) {
        var bytes = chunk.getByteBuffer();
        if (bytes.hasRemaining()) {
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            gathered.write(copy, 0, copy.length);
        }
        chunk.release();
        return chunk.isLast();
    }

    private void end(Runnable ending) {
        if (!over.compareAndSet(false, true)) return;
        slow.forget(this);
        ending.run();
    }

    /** Why a body cannot be read to its end. */
    static Refusal broken(Content.Chunk failed) {
        Throwable fault = failed.getFailure();
        if (fault instanceof TimeoutException)
            return new Refusal(ProblemCode.REQUEST_TIMEOUT, "The body stopped arriving.");
        String why = fault instanceof HttpException ? "its framing is malformed." : "it broke off.";
        return new Refusal(ProblemCode.INVALID_REQUEST, "The body could not be read: " + why);
    }
}
