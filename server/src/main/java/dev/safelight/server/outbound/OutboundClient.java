package dev.safelight.server.outbound;

import org.eclipse.jetty.client.ContinueProtocolHandler;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.Scheduler;

import java.time.Duration;

/**
 * Jetty's client with everything taken away that acts by itself: redirects, cookies, passwords,
 * upgrades, proxies, decoding. It is started when it is first needed, for that takes a moment.
 */
final class OutboundClient implements AutoCloseable {
    private static final int THREADS = 12;
    private static final int HEADER_BYTES = 16 << 10;

    /** An answer's body and headers, a handshake with a long chain, and what TLS adds to them. */
    private static final int BYTES_BESIDE_A_BODY = 128 << 10;

    private static final Duration IDLE = Duration.ofSeconds(20);

    private final BoundedConnector connector;
    private final SslContextFactory.Client tls = new SslContextFactory.Client();
    private final TrustedIssuers issuers;
    private final HttpClient client;
    private final int kept;

    OutboundClient(
            CheckedAddresses addresses,
            CourierLimits limits,
            String agent,
            TrustedIssuers issuers) {
        this.issuers = issuers;
        kept = limits.kept();
        connector = new BoundedConnector(limits.bodyBytes() + (long) BYTES_BESIDE_A_BODY);
        connector.setSelectors(1);
        connector.setConnectTimeout(limits.connect());
        connector.setIdleTimeout(IDLE);
        connector.setSslContextFactory(tls);
        client = new HttpClient(new HttpClientTransportOverHTTP(connector));
        var threads = new QueuedThreadPool(THREADS, 2);
        threads.setName("courier");
        threads.setDaemon(true);
        client.setExecutor(threads);
        client.setSocketAddressResolver(new CheckedSockets(addresses));
        client.setUserAgentField(new HttpField(HttpHeader.USER_AGENT, agent));
        client.setFollowRedirects(false);
        client.setHttpCookieStore(new HttpCookieStore.Empty());
        client.setMaxResponseHeadersSize(HEADER_BYTES);
        client.setResponseBufferSize(8 << 10);
        // Nobody waits behind others of the same host: what is in flight is bounded in all.
        client.setMaxConnectionsPerDestination(limits.inFlight());
        client.setMaxRequestsQueuedPerDestination(limits.inFlight());
        client.setDestinationIdleTimeout(IDLE.toMillis());
    }

    /** Starts it where it has not been. */
    synchronized HttpClient started() {
        if (client.isStarted()) return client;
        try {
            tls.setTrustStore(issuers.load());
            client.start();
        } catch (Exception failed) {
            throw new IllegalStateException("the HTTP client did not start", failed);
        }
        // What a start adds by itself.
        client.getContentDecoderFactories().clear();
        client.getProtocolHandlers().clear();
        client.getProtocolHandlers().put(new ContinueProtocolHandler());
        return client;
    }

    Scheduler scheduler() {
        return client.getScheduler();
    }

    int connections() {
        return connector.open();
    }

    /** Whether a connection should rather not be kept when it is done. */
    boolean hasMany() {
        return connections() > kept;
    }

    @Override
    public synchronized void close() {
        LifeCycle.stop(client);
    }
}
