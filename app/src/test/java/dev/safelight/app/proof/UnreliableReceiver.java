package dev.safelight.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
    /** How far its own clocks are from the machine's; while they are set, it has two. */
    private volatile List<Duration> clocks = List.of(Duration.ZERO);

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

    /**
     * Names its addresses to a server: that of an endpoint, and that of a key.
     *
     * @return the key, whose secret signs callbacks too
     */
    String introduce(Api owner) {
        String url = url(ToldTarget.ENDPOINT);
        var endpoint = made(owner, "/v1/webhooks/endpoints", """
                {"url": "%s", "events": ["tool_execution.succeeded",
                 "tool_execution.failed", "tool_execution.cancelled"]}""".formatted(url));
        trust(ToldTarget.ENDPOINT, endpoint.get("signingSecret").asString());
        var key = made(owner, "/api/v1/api-keys", """
                {"label": "told", "webhookUrl": "%s"}""".formatted(url(ToldTarget.KEY)));
        trust(ToldTarget.KEY, key.get("webhookSecret").asString());
        trust(ToldTarget.CALLBACK, key.get("webhookSecret").asString());
        return key.get("key").asString();
    }

    private static JsonNode made(Api owner, String path, String json) {
        var answer = owner.post(path, json, null).orElseThrow();
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return JsonMapper.shared().readTree(answer.body());
    }

    /** By which it knows who sent what comes to a target. */
    private void trust(ToldTarget target, String secret) {
        secrets.put(target, secret);
    }

    private void receive(HttpExchange exchange) {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            var target = ToldTarget.of(exchange.getRequestURI().getPath());
            var secret = Objects.requireNonNull(secrets.get(target));
            WebhookCheck.verify(target, exchange.getRequestHeaders(), body, secret);
            WebhookCheck.verifyAge(exchange.getRequestHeaders(), clocks);
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

    /** What it believes to be the time from now on, from the machine's. */
    void setClocks(Duration... ahead) {
        clocks = List.of(ahead);
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
