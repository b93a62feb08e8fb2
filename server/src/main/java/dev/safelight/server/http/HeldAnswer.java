package dev.safelight.server.http;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * One held answer. Nothing is written for 15 s, then single spaces, which JSON ignores: they keep
 * proxies open and show that a client is gone. After the first space only 200 can follow, so what
 * fails later breaks the connection. A write under way is never overtaken by another.
 */
final class HeldAnswer implements Callback {
    private static final long QUIET_MILLIS = 15_000;
    private final HeldAnswers all;
    private final Exchange exchange;
    private final Runnable abandon;
    private long due;
    private boolean begun;
    private boolean writing;
    private boolean over;
    private @Nullable Runnable last;

    HeldAnswer(HeldAnswers all, Exchange exchange, Runnable abandon, long nowMillis) {
        this.all = all;
        this.exchange = exchange;
        this.abandon = abandon;
        this.due = nowMillis + QUIET_MILLIS;
    }

    /** An answer that need not be held. */
    static void passOn(Exchange exchange, Answer.Held answer) {
        var _ = answer.end().whenComplete((text, fault) -> {
            if (fault != null) exchange.refuse(fault);
            else exchange.send(text);
        });
    }

    /** The answer is there. */
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

    /** Writes a space when it is time. */
    void beat(long nowMillis) {
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
        all.forget(this, exchange.key());
        abandon.run();
        exchange.failed(fault);
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    private void finish(Answer.@Nullable Text text, @Nullable Throwable fault) {
        all.forget(this, exchange.key());
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
