package dev.safelight.server.http;

import dev.safelight.core.access.KeyDigest;
import dev.safelight.core.time.Step;
import dev.safelight.server.http.address.PublicAddress;
import dev.safelight.server.http.body.SlowBodies;
import dev.safelight.server.http.body.SlowUploads;
import dev.safelight.server.http.face.Face;

import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The listener. Its threads are Jetty's own; what waits for the store goes on on the executor that
 * is handed in, and what waits for the clock is driven by {@link #steps()}.
 */
public final class HttpServer {
    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);

    /**
     * Loggers of Jetty that write a line with the caller's own words for each malformed request.
     * Whoever sets logging up turns them off: such requests are counted in the metrics instead.
     */
    public static final List<String> REPEATING_CALLERS =
            List.of("org.eclipse.jetty.util.HostPort", "org.eclipse.jetty.http.HttpParser");

    /** Jetty otherwise asks the JVM's management beans, a tenth of a second at each start. */
    private static final String PER_LINE = "org.eclipse.jetty.util.referencesPerCacheLine";

    /** Bytes that an answer's own status line and headers stay within. */
    private static final int OWN_HEADERS = 2_048;

    static {
        if (System.getProperty(PER_LINE) == null) System.setProperty(PER_LINE, "16");
    }

    private final HttpSettings settings;
    private final HttpPorts ports;
    private final Executor handlers;
    private final PublicAddress address;
    private final HeldAnswers held;
    private final OpenStreams streams;
    private final SlowBodies bodies;
    private final SlowUploads uploads;
    private final Connections connections;
    private final RateLimits rates;
    private final RequestMetrics metrics;
    private final Server jetty;
    private final ServerConnector connector;

    /** Opens nothing yet. */
    public HttpServer(HttpSettings settings, HttpPorts ports, Executor handlers) {
        this.settings = settings;
        this.ports = ports;
        this.handlers = handlers;
        var limits = settings.limits();
        address = new PublicAddress(settings.publicUrl());
        held = new HeldAnswers(limits.open().waits(), ports.accounts(), ports.clock());
        streams =
                new OpenStreams(limits.open().streams(), ports.accounts(), ports.clock(), handlers);
        // The store tells it on the thread that writes, which must not wait for a socket.
        ports.accounts().onEnded(text -> handlers.execute(() -> end(text)));
        bodies = slowBodies(limits);
        uploads = new SlowUploads(ports.clock());
        connections = new Connections(limits, ports.clock());
        rates = new RateLimits(ports.clock());
        metrics = new RequestMetrics(held::size, streams::size, ports.gauges());
        var threads = new QueuedThreadPool(limits.together().threads());
        threads.setName("http");
        jetty = new Server(threads);
        connector = connector(limits);
    }

    /** What is open for the holder of a text that has died. */
    private void end(KeyDigest text) {
        held.end(text);
        streams.end(text);
    }

    private SlowBodies slowBodies(HttpLimits limits) {
        return new SlowBodies(
                limits.bodyBytes(),
                limits.together().lateBodyBytes(),
                limits.readTime(),
                ports.clock());
    }

    /** What absolute addresses in answers begin with. */
    public PublicAddress address() {
        return address;
    }

    /** Takes the port, so that a taken one is told early. Who calls waits until the start. */
    public void listen() throws IOException {
        try {
            connector.open();
        } catch (IOException | UnresolvedAddressException fault) {
            throw new IOException(
                    "cannot listen on " + settings.host() + ", port " + settings.port() + " ("
                            + why(fault) + "): choose others with --host and --port",
                    fault);
        }
        address.listening(settings.host(), port());
    }

    /** The innermost reason: Jetty's own words around it only repeat the address. */
    private static String why(Throwable fault) {
        var cause = fault.getCause();
        if (cause != null) return why(cause);
        return switch (fault) {
            case UnresolvedAddressException e -> "there is no host of that name";
            case UnknownHostException e -> "there is no host of that name";
            default -> String.valueOf(fault.getMessage());
        };
    }

    /** Listens and answers from here on. */
    public void start(List<Face> faces) throws IOException {
        var all = new ArrayList<>(faces);
        all.add(new Health(metrics, ports.probe()).face());
        var router = new Router(all);
        var ids = new RequestIds(ports.ids());
        var stages = new RequestPipeline.Stages(
                ids,
                settings.cors(),
                new Authenticator(ports.accounts(), ports.clock()),
                rates,
                new RequestPipeline.Bodies(
                        bodies, new LargeBodies(settings.limits().together().large()), uploads),
                metrics);
        jetty.setErrorHandler(new ErrorPages(ids, metrics, router, settings.cors()));
        var outgoing = new RequestPipeline.Outgoing(held, streams, new FileSender(jetty));
        jetty.setHandler(new RequestPipeline(router, stages, handlers, outgoing));
        listen();
        try {
            jetty.start();
        } catch (Exception failed) {
            throw new IOException("the HTTP server did not start", failed);
        }
    }

    /** The port that it listens on. */
    public int port() {
        return connector.getLocalPort();
    }

    /** How many answers are held. */
    public int heldAnswers() {
        return held.size();
    }

    /** How many event streams are open. */
    public int openStreams() {
        return streams.size();
    }

    /** How many connections are open. */
    public int connections() {
        return connections.size();
    }

    /** How many bodies are still coming in. */
    public int slowBodies() {
        return bodies.size();
    }

    /** How many bodies are waited for that a handler takes as they come. */
    public int slowUploads() {
        return uploads.size();
    }

    /** What wants to be called by the clock. */
    public List<Step> steps() {
        return List.of(
                held::step,
                streams::step,
                bodies::step,
                uploads::step,
                connections::step,
                rates::step);
    }

    /**
     * Leaves in order: not ready any more, held waits answered, streams ended, nobody new, and what
     * is under way finishes within the time.
     */
    public void drain(Duration most) {
        var quiet = metrics.drain();
        // Before them: a stream that is told of nothing would ask for more at once.
        streams.drain();
        uploads.drain();
        ports.answerWaiting().run();
        try {
            var closed = connector.shutdown();
            quiet.get(most.toMillis(), TimeUnit.MILLISECONDS);
            closed.cancel(false);
        } catch (TimeoutException tooSlow) {
            LOG.warn("requests are still under way after {}; they are cut off", most);
        } catch (ExecutionException failed) {
            LOG.warn("while draining", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Closes every connection and ends Jetty's threads. */
    public void stop() {
        // Jetty leaves a port open that it never answered on.
        connector.close();
        try {
            jetty.stop();
        } catch (Exception failed) {
            LOG.warn("while stopping", failed);
        }
    }

    private ServerConnector connector(HttpLimits limits) {
        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(limits.headerBytes());
        http.setInputBufferSize(limits.headerBytes());
        // An answer to a preflight repeats a list of headers, which may fill the request. When the
        // head of an answer outgrows this, Jetty 12 does not close the connection that should end.
        http.setResponseHeaderSize(limits.headerBytes() + OWN_HEADERS);
        // It keeps header lines to find them again, but tokens and idempotency keys differ: a cost
        // in time for each request and in memory for each connection.
        http.setHeaderCacheSize(0);
        var made = new ServerConnector(jetty, new HttpConnectionFactory(http));
        made.setHost(settings.host());
        made.setPort(settings.port());
        made.setAcceptQueueSize(limits.together().backlog());
        made.setIdleTimeout(limits.idleTime().toMillis());
        made.addBean(connections);
        jetty.addConnector(made);
        return made;
    }
}
