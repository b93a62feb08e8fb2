package dev.safelight.app.proof;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * A receiver of webhooks on loopback. Some of what arrives for the first time it answers with 500,
 * with nothing, or late; what comes again it takes. It writes down all that arrives.
 */
final class UnreliableReceiver implements AutoCloseable {
    private static final int ONE_IN = 24;
    private static final long LATE_NANOS = 700_000_000;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Boolean> known = new ConcurrentHashMap<>();
    private final Map<ToldTarget, String> secrets = new ConcurrentHashMap<>();
    final Queue<Arrived> arrived = new ConcurrentLinkedQueue<>();
    final Queue<Throwable> broken = new ConcurrentLinkedQueue<>();

    UnreliableReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::receive);
        server.setExecutor(threads);
        server.start();
    }

    String url(ToldTarget target) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + target.path();
    }

    /** By which it knows who sent what comes to a target. */
    void trust(ToldTarget target, String secret) {
        secrets.put(target, secret);
    }

    private void receive(HttpExchange exchange) {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            var target = ToldTarget.of(exchange.getRequestURI().getPath());
            var secret = Objects.requireNonNull(secrets.get(target));
            WebhookCheck.verify(target, exchange.getRequestHeaders(), body, secret);
            String id = exchange.getRequestHeaders().getFirst("webhook-id");
            boolean isNew = known.putIfAbsent(id, true) == null;
            answer(exchange, id, target, body, isNew ? Math.floorMod(id.hashCode(), ONE_IN) : -1);
        } catch (IOException gone) {
            // The sender was killed meanwhile; it comes again.
        } catch (AssertionError | RuntimeException wrong) {
            broken.add(wrong);
        }
    }

    private void answer(HttpExchange exchange, String id, ToldTarget target, byte[] bytes, int lot)
            throws IOException {
        var body = new String(bytes, StandardCharsets.UTF_8);
        var told = JsonMapper.shared().readTree(body);
        boolean isTaken = lot != 0 && lot != 1;
        arrived.add(new Arrived(id, target, target.task(told), target.end(told), body, isTaken));
        if (lot == 0) return;
        // Late enough for a kill in between; how late is no matter.
        if (lot == 2) LockSupport.parkNanos(LATE_NANOS);
        exchange.sendResponseHeaders(lot == 1 ? 500 : 204, -1);
    }

    List<Arrived> taken() {
        return arrived.stream().filter(Arrived::isTaken).toList();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
