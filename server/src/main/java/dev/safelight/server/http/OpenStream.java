package dev.safelight.server.http;

import dev.safelight.core.access.KeyDigest;
import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.face.EventPiece;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * One event stream. Only one write is under way at a time, and the next piece is asked for when it
 * is out. Where nothing was written for 15 s a comment is, which keeps proxies from closing the
 * connection and shows when a client has gone; it has no id, so that it changes nothing for who
 * comes again. A write that a reader does not take within 30 s ends the connection.
 */
final class OpenStream implements Callback {
    private static final long QUIET_MILLIS = 15_000;
    private static final long SLOW_MILLIS = 30_000;

    /** How soon a reader whose connection broke comes again. */
    private static final byte[] FIRST = "retry: 1500\n\n".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] BEAT = ":\n\n".getBytes(StandardCharsets.US_ASCII);

    private final Exchange exchange;
    private final Answer.Stream answer;
    private final Surroundings around;
    private long since;

    /** Nothing else is written before the head, whoever ends it by then. */
    private boolean isWriting = true;

    private boolean isLast;
    private boolean isAsked;
    private boolean isEnding;
    private boolean isOver;
    private @Nullable Throwable fault;
    private @Nullable EventPiece ready;
    private @Nullable CompletableFuture<EventPiece> awaited;

    /**
     * What all streams share.
     *
     * @param handlers where pieces are made
     * @param released told of a stream that is over
     */
    record Surroundings(InstantSource clock, Executor handlers, Consumer<OpenStream> released) {}

    OpenStream(Exchange exchange, Answer.Stream answer, Surroundings around) {
        this.exchange = exchange;
        this.answer = answer;
        this.around = around;
        since = around.clock().millis();
    }

    /** Sends what a browser needs to know before anything has happened. */
    void begin() {
        writeHead(exchange, answer);
        // What is silent for long is known by the comments, which it does not take.
        exchange.request.addIdleTimeoutListener(timeout -> false);
        exchange.bufferLittle();
        Runnable first;
        synchronized (this) {
            first = writing(ByteBuffer.wrap(FIRST), false);
        }
        first.run();
    }

    /** Status and headers; a proxy that gathers answers before it passes them on must not. */
    static void writeHead(Exchange exchange, Answer.Stream answer) {
        exchange.begin(200, answer.headers());
        exchange.response
                .getHeaders()
                .put(HttpHeader.CONTENT_TYPE, "text/event-stream")
                .put(HttpHeader.CACHE_CONTROL, "no-store")
                .put("X-Accel-Buffering", "no");
    }

    /** Whether its reader's key is known by a text that has died. */
    boolean isDisowned(Predicate<KeyDigest> isDead) {
        return isDead.test(answer.reader().text());
    }

    /** Ends it without another event, before it has begun too: its reader may come again. */
    void end() {
        end(null);
    }

    /** Writes a comment where nothing was written for long; cuts off who takes nothing. */
    void keepAlive(long now) {
        Runnable due;
        synchronized (this) {
            if (isOver) return;
            if (isWriting) due = now - since < SLOW_MILLIS ? null : exchange::cut;
            else due = now - since < QUIET_MILLIS ? null : writing(ByteBuffer.wrap(BEAT), false);
        }
        if (due != null) due.run();
    }

    /** What was written is out. */
    @Override
    public void succeeded() {
        boolean isWhole;
        synchronized (this) {
            isWriting = false;
            since = around.clock().millis();
            isWhole = isLast;
        }
        if (isWhole) close(exchange::succeeded);
        else goOn();
    }

    /** The reader is gone. */
    @Override
    public void failed(Throwable gone) {
        close(() -> exchange.failed(gone));
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    /** Once nothing is being written; what is not sent by then is not. */
    private void end(@Nullable Throwable why) {
        CompletableFuture<EventPiece> obsolete;
        synchronized (this) {
            if (isEnding) return;
            isEnding = true;
            fault = why;
            ready = null;
            obsolete = awaited;
        }
        if (obsolete != null) obsolete.cancel(false);
        goOn();
    }

    private void goOn() {
        Runnable due;
        synchronized (this) {
            due = due();
        }
        if (due != null) due.run();
    }

    /** What is to be done now, if anything is; the lock is held. */
    private @Nullable Runnable due() {
        if (isOver || isLast || isWriting) return null;
        var broken = fault;
        if (isEnding && broken != null) return () -> close(() -> exchange.refuse(broken));
        if (isEnding) return writing(ByteBuffer.allocate(0), true);
        var piece = ready;
        if (piece != null) {
            ready = null;
            return writing(piece.bytes(), piece.isLast());
        }
        if (isAsked) return null;
        isAsked = true;
        return () -> around.handlers().execute(this::ask);
    }

    /** A write that begins once the lock is given back. */
    private Runnable writing(ByteBuffer bytes, boolean last) {
        isWriting = true;
        isLast = last;
        since = around.clock().millis();
        return () -> exchange.response.write(last, bytes, this);
    }

    private void ask() {
        var next = next();
        boolean isObsolete;
        synchronized (this) {
            awaited = next;
            isObsolete = isOver || isEnding;
        }
        var _ = next.whenComplete(this::arrived);
        if (isObsolete) next.cancel(false);
    }

    private CompletableFuture<EventPiece> next() {
        try {
            return answer.supply().next();
        } catch (RuntimeException broken) {
            return CompletableFuture.failedFuture(broken);
        }
    }

    private void arrived(@Nullable EventPiece piece, @Nullable Throwable broken) {
        synchronized (this) {
            awaited = null;
            if (isOver || isEnding) return;
            isAsked = false;
            ready = piece;
        }
        if (broken == null) goOn();
        else end(broken);
    }

    private void close(Runnable how) {
        CompletableFuture<EventPiece> obsolete;
        synchronized (this) {
            if (isOver) return;
            isOver = true;
            obsolete = awaited;
        }
        around.released().accept(this);
        if (obsolete != null) obsolete.cancel(false);
        how.run();
    }
}
