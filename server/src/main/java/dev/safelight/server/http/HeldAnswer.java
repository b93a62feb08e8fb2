package dev.safelight.server.http;

import dev.safelight.core.access.KeyDigest;
import dev.safelight.server.http.face.Answer;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * One answer that is held until it is complete. Nothing is written for 15 s, then a space every 15
 * s, which JSON ignores: the spaces keep proxies from closing the connection, and writing one shows
 * when a client has gone. After the first space the status is 200, so a later failure breaks the
 * connection. Only one write is under way at a time.
 */
final class HeldAnswer implements Callback {
    private static final long QUIET_MILLIS = 15_000;
    private final Consumer<HeldAnswer> released;
    private final Exchange exchange;
    private final Runnable abandon;
    private long due;
    private boolean begun;
    private boolean writing;
    private boolean over;
    private @Nullable Runnable last;

    /**
     * @param abandon called when the caller is gone
     * @param released called when it is held no more, once at least
     */
    HeldAnswer(Exchange exchange, Runnable abandon, Consumer<HeldAnswer> released, long nowMillis) {
        this.exchange = exchange;
        this.abandon = abandon;
        this.released = released;
        this.due = nowMillis + QUIET_MILLIS;
    }

    /** Has nothing written before the answer, which may come long after the idle time. */
    void keepQuiet() {
        due = Long.MAX_VALUE;
        exchange.request.addIdleTimeoutListener(timeout -> false);
    }

    /** Sends an answer that is complete already. */
    static void passOn(Exchange exchange, Answer.Held answer) {
        var _ = answer.end().whenComplete((text, fault) -> {
            if (fault != null) exchange.refuse(fault);
            else exchange.send(text);
        });
    }

    /** Sends the answer, after the write that is under way. */
    void ended(Answer.@Nullable Text text, @Nullable Throwable fault) {
        synchronized (this) {
            if (over) return;
            over = true;
            if (writing) {
                last = () -> finish(text, fault);
                return;
            }
        }
        finish(text, fault);
    }

    /** Whether it is held for the holder of a text that has died. */
    boolean isDisowned(Predicate<KeyDigest> isDead) {
        var holder = exchange.holder();
        return holder != null && isDead.test(holder.text());
    }

    /** Its caller is nobody any more. */
    void disown() {
        ended(null, Authenticator.dead());
        abandon.run();
    }

    /** Writes a space when nothing was written for 15 s. */
    void keepAlive(long nowMillis) {
        boolean first;
        synchronized (this) {
            if (over || writing || nowMillis < due) return;
            due = nowMillis + QUIET_MILLIS;
            writing = true;
            first = !begun;
            begun = true;
        }
        if (first) {
            exchange.begin(200, List.of());
            exchange.response.getHeaders().put(HttpHeader.CONTENT_TYPE, Answer.JSON);
        }
        exchange.response.write(false, ByteBuffer.wrap(new byte[] {' '}), this);
    }

    @Override
    public void succeeded() {
        Runnable next;
        synchronized (this) {
            writing = false;
            next = last;
        }
        if (next != null) next.run();
    }

    /** The caller is gone. */
    @Override
    public void failed(Throwable fault) {
        synchronized (this) {
            over = true;
        }
        released.accept(this);
        abandon.run();
        exchange.failed(fault);
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    private void finish(Answer.@Nullable Text text, @Nullable Throwable fault) {
        released.accept(this);
        if (!begun) {
            if (fault != null) exchange.refuse(fault);
            else if (text != null) exchange.send(text);
        } else if (text != null && text.status() == 200) {
            exchange.response.write(true, text.body(), exchange);
        } else {
            exchange.failed(fault != null ? fault : new IllegalStateException("200 was promised"));
        }
    }
}
