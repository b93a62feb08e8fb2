package dev.safelight.server.outbound;

import dev.safelight.core.webhook.Answered;
import dev.safelight.core.webhook.Courier;
import dev.safelight.core.webhook.Parcel;

import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.StringRequestContent;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpMethod;

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
    private final OutboundClient clients;
    private final CheckedAddresses addresses;
    private final CourierLimits limits;
    private final InstantSource clock;
    private final AtomicInteger inFlight = new AtomicInteger();

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
        this.clock = clock;
        clients = new OutboundClient(addresses, limits, agent, issuers);
    }

    @Override
    public CompletableFuture<Answered> send(Parcel parcel) {
        try {
            var url = OutboundUrl.read(parcel.url());
            return send(parcel, request(clients.started(), url));
        } catch (UrlFault refused) {
            return unsent();
        }
    }

    private CompletableFuture<Answered> unsent() {
        return CompletableFuture.completedFuture(new Answered.None(Duration.ZERO, Receipt.NONE));
    }

    private Request request(HttpClient client, OutboundUrl url) throws UrlFault {
        var request = client.newRequest(url.uri()).method(HttpMethod.POST);
        if (clients.hasMany())
            request.headers(headers -> headers.put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE));
        return request;
    }

    private CompletableFuture<Answered> send(Parcel parcel, Request request) {
        if (inFlight.incrementAndGet() > limits.inFlight()) {
            inFlight.decrementAndGet();
            return unsent();
        }
        request.headers(headers ->
                parcel.headers().forEach(header -> headers.put(header.name(), header.value())));
        request.body(new StringRequestContent("application/json", parcel.body()))
                .timeout(limits.total().toMillis(), TimeUnit.MILLISECONDS);
        var receipt = new Receipt(addresses, limits, clock, clients.scheduler());
        request.send(receipt);
        return receipt.answered().whenComplete((_, _) -> inFlight.decrementAndGet());
    }

    /** Parcels that are neither answered nor given up. */
    public int inFlight() {
        return inFlight.get();
    }

    /** Open connections. */
    int connections() {
        return clients.connections();
    }

    /** Gives up what is on its way. */
    @Override
    public void close() {
        clients.close();
    }
}
