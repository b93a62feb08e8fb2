package dev.safelight.server.outbound;

import org.eclipse.jetty.client.ContinueProtocolHandler;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.Scheduler;

import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;

/**
 * Jetty's client with everything taken away that acts by itself: redirects, cookies, passwords,
 * upgrades, proxies, decoding.
 */
final class OutboundClient implements AutoCloseable {
    private static final int THREADS = 12;
    private static final int HEADER_BYTES = 16 << 10;

    /** An answer's body and headers, a handshake with a long chain, and what TLS adds to them. */
    private static final int BYTES_BESIDE_A_BODY = 128 << 10;

    private static final Duration IDLE = Duration.ofSeconds(20);

    private final BoundedConnector connector;
    private final HttpClient client;
    private final int kept;

    private OutboundClient(BoundedConnector connector, int kept) {
        this.connector = connector;
        this.kept = kept;
        client = new HttpClient(new HttpClientTransportOverHTTP(connector));
    }

    static OutboundClient start(
            CheckedAddresses addresses, CourierLimits limits, String agent, TrustedIssuers issuers)
            throws IOException, GeneralSecurityException {
        var tls = new SslContextFactory.Client();
        tls.setTrustStore(issuers.load());
        var connector = new BoundedConnector(limits.bodyBytes() + (long) BYTES_BESIDE_A_BODY);
        connector.setSelectors(1);
        connector.setConnectTimeout(limits.connect());
        connector.setIdleTimeout(IDLE);
        connector.setSslContextFactory(tls);
        var made = new OutboundClient(connector, limits.kept());
        made.begin(addresses, limits, agent);
        return made;
    }

    private void begin(CheckedAddresses addresses, CourierLimits limits, String agent)
            throws IOException {
        var threads = new QueuedThreadPool(THREADS, 2);
        threads.setName("courier");
        threads.setDaemon(true);
        client.setName("courier");
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
        try {
            client.start();
        } catch (Exception failed) {
            throw new IOException("the HTTP client did not start", failed);
        }
        takeAway();
    }

    /** What a start adds by itself. */
    private void takeAway() {
        client.getContentDecoderFactories().clear();
        client.getProtocolHandlers().clear();
        client.getProtocolHandlers().put(new ContinueProtocolHandler());
    }

    /** A request whose connection is not kept where many are open. */
    Request request(URI uri) {
        var request = client.newRequest(uri);
        return connector.open() > kept
                ? request.headers(
                        headers -> headers.put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE))
                : request;
    }

    Scheduler scheduler() {
        return client.getScheduler();
    }

    @Override
    public void close() {
        LifeCycle.stop(client);
    }
}
