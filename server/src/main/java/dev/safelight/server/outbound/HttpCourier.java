package dev.safelight.server.outbound;

import dev.safelight.core.webhook.Answered;
import dev.safelight.core.webhook.Courier;
import dev.safelight.core.webhook.Parcel;

import org.eclipse.jetty.client.StringRequestContent;
import org.eclipse.jetty.http.HttpMethod;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Brings parcels by HTTP/1.1. Nothing that is answered leads anywhere: no redirect, no cookie, no
 * second try with a name and a password. Its client starts with the first parcel.
 *
 * <p>For any thread; no call blocks but the first. What is answered, and when it is given up, is
 * decided on threads of the client.
 */
public final class HttpCourier implements Courier, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpCourier.class);

    private final CheckedAddresses addresses;
    private final CourierLimits limits;
    private final String agent;
    private final TrustedIssuers issuers;
    private final InstantSource clock;
    private final AtomicInteger inFlight = new AtomicInteger();
    private @Nullable OutboundClient client;
    private boolean isClosed;

    /**
     * Opens nothing yet.
     *
     * @param agent who it says it is, as in {@code Safelight/1.0}
     * @param issuers whose certificates are good
     */
    public HttpCourier(
            CheckedAddresses addresses,
            CourierLimits limits,
            String agent,
            TrustedIssuers issuers,
            InstantSource clock) {
        this.addresses = addresses;
        this.limits = limits;
        this.agent = agent;
        this.issuers = issuers;
        this.clock = clock;
    }

    @Override
    public CompletableFuture<Answered> send(Parcel parcel) {
        try {
            var url = OutboundUrl.read(parcel.url());
            return send(parcel, client(), url.uri());
        } catch (UrlFault refused) {
            return unsent();
        } catch (IOException | GeneralSecurityException broken) {
            LOG.error("nothing can be sent", broken);
            return unsent();
        }
    }

    private synchronized OutboundClient client() throws IOException, GeneralSecurityException {
        if (isClosed) throw new IOException("the courier is closed");
        if (client == null) client = OutboundClient.start(addresses, limits, agent, issuers);
        return client;
    }

    private CompletableFuture<Answered> unsent() {
        return CompletableFuture.completedFuture(new Answered.None(Duration.ZERO, Receipt.NONE));
    }

    private CompletableFuture<Answered> send(Parcel parcel, OutboundClient client, URI uri) {
        if (inFlight.incrementAndGet() > limits.inFlight()) {
            inFlight.decrementAndGet();
            return unsent();
        }
        try {
            return begun(parcel, client, uri).whenComplete((_, _) -> inFlight.decrementAndGet());
        } catch (RuntimeException broken) {
            inFlight.decrementAndGet();
            LOG.error("a parcel cannot be sent", broken);
            return unsent();
        }
    }

    private CompletableFuture<Answered> begun(Parcel parcel, OutboundClient client, URI uri) {
        var receipt = new Receipt(addresses, limits, clock, client.scheduler());
        client.request(uri)
                .method(HttpMethod.POST)
                .headers(headers -> parcel.headers()
                        .forEach(header -> headers.put(header.name(), header.value())))
                .body(new StringRequestContent("application/json", parcel.body()))
                .timeout(limits.total().toMillis(), TimeUnit.MILLISECONDS)
                .send(receipt);
        return receipt.answered();
    }

    /** Parcels that are neither answered nor given up. */
    public int inFlight() {
        return inFlight.get();
    }

    /** Gives up what is on its way. */
    @Override
    public synchronized void close() {
        isClosed = true;
        if (client != null) client.close();
    }
}
