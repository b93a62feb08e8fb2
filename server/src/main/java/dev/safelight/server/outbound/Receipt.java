package dev.safelight.server.outbound;

import dev.safelight.core.webhook.Answered;

import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * What becomes of one parcel. An answer counts from its headers on: its body is read so that the
 * connection can be used again, within a time and a size, and cut off beyond them.
 */
final class Receipt implements Response.Listener {
    /** The same for a name without addresses, a refused one, a closed port, bad TLS and silence. */
    static final String NONE = "No answer came. The address must have a public name, a certificate"
            + " that is good for it, and answer within 15 seconds.";

    private final CheckedAddresses addresses;
    private final CourierLimits limits;
    private final InstantSource clock;
    private final Scheduler scheduler;
    private final Instant begun;
    private final AnswerHead head = new AnswerHead();
    private final CompletableFuture<Answered> answered = new CompletableFuture<>();
    private long bodyBytes;
    private boolean isShown;
    private Scheduler.@Nullable Task cut;
    private Answered.@Nullable Status status;

    Receipt(
            CheckedAddresses addresses,
            CourierLimits limits,
            InstantSource clock,
            Scheduler scheduler) {
        this.addresses = addresses;
        this.limits = limits;
        this.clock = clock;
        this.scheduler = scheduler;
        begun = clock.instant();
    }

    /** Completes when nothing more is read, and never fails. */
    CompletableFuture<Answered> answered() {
        return answered;
    }

    @Override
    public void onHeaders(Response response) {
        if (response.getStatus() < 200) {
            // One 100 is dealt with before it gets here; what comes without an end is not.
            giveUp(response);
            return;
        }
        status = status(response.getStatus(), response.getHeaders());
        isShown = !isListed(response);
        cut = scheduler.schedule(
                () -> giveUp(response), limits.body().toMillis(), TimeUnit.MILLISECONDS);
    }

    private Answered.Status status(int code, HttpFields headers) {
        var now = clock.instant();
        var retryAfter = RetryAfter.of(
                headers.get(HttpHeader.RETRY_AFTER), headers.get(HttpHeader.DATE), now);
        return new Answered.Status(code, Duration.between(begun, now), retryAfter, "");
    }

    /** What answers at an address of the operator's is not for callers to read. */
    private boolean isListed(Response response) {
        var connection = response.getRequest().getConnection();
        return connection == null
                || !(connection.getRemoteSocketAddress() instanceof InetSocketAddress remote)
                || addresses.isListed(remote.getAddress());
    }

    @Override
    public void onContent(Response response, ByteBuffer content) {
        bodyBytes += content.remaining();
        if (isShown) head.add(content);
        if (bodyBytes > limits.bodyBytes()) giveUp(response);
    }

    private static void giveUp(Response response) {
        var _ = response.abort(new IOException("enough was read"));
    }

    @Override
    public void onComplete(Result result) {
        if (cut != null) cut.cancel();
        answered.complete(status == null ? none() : shown(status));
    }

    private Answered shown(Answered.Status status) {
        return new Answered.Status(
                status.status(), status.latency(), status.retryAfter(), head.text());
    }

    private Answered none() {
        return new Answered.None(Duration.between(begun, clock.instant()), NONE);
    }
}
