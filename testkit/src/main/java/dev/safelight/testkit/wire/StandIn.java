package dev.safelight.testkit.wire;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Listens on a free port of this machine until it is closed. Each call has a thread of its own. */
public final class StandIn implements AutoCloseable {
    public static final String KEY = "sl_test_a_key_for_the_stand_in";

    private static final ObjectMapper JSON = JsonMapper.shared();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CannedTools tools = new CannedTools();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Map<String, Deque<Fault>> faults = new ConcurrentHashMap<>();
    private final Deque<byte[]> spoilt = new ConcurrentLinkedDeque<>();
    private volatile Consumer<Received> listener = call -> {};

    private StandIn(HttpServer server) {
        this.server = server;
    }

    public static StandIn start() {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var standIn = new StandIn(HttpServer.create(address, 0));
            standIn.server.createContext("/api/v1/tools/", standIn::tool);
            standIn.server.createContext("/assets/", standIn::asset);
            standIn.server.setExecutor(standIn.threads);
            standIn.server.start();
            return standIn;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server's address, without a path. */
    public URI origin() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** How the tasks go that are submitted from now on. */
    public void script(Script script) {
        tools.script(script);
    }

    /** The next call of that tool meets this; call again for the one after it. */
    public void fault(String tool, Fault fault) {
        faults.computeIfAbsent(tool, name -> new ConcurrentLinkedDeque<>()).add(fault);
    }

    /** The next download is of these bytes instead of the file. */
    public void spoil(byte[] bytes) {
        spoilt.add(bytes);
    }

    /** Runs in the call's own thread, before it is answered. */
    public void whenCalled(Consumer<Received> next) {
        listener = next;
    }

    public List<Received> received() {
        return List.copyOf(received);
    }

    public List<Received> received(String tool) {
        return received.stream().filter(call -> call.tool().equals(tool)).toList();
    }

    /** How many tasks were made. */
    public int tasks() {
        return tools.tasks();
    }

    /** What every picture is. */
    public byte[] file() {
        return CannedFile.PICTURE.bytes();
    }

    /** What every speech is. */
    public byte[] sound() {
        return CannedFile.SOUND.bytes();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void tool(HttpExchange exchange) throws IOException {
        try (exchange) {
            Received call = received(exchange);
            received.add(call);
            listener.accept(call);
            if (!authorised(exchange)) {
                refuse(exchange, Fault.refusal(401, "unauthorized", "The key is not known."));
                return;
            }
            Fault fault = nextFault(call.tool());
            if (fault == null) answer(exchange, call);
            else refuse(exchange, fault, call);
        }
    }

    private static Received received(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String tool = path.replaceFirst("^/api/v1/tools/(.*)/execute$", "$1");
        return new Received(
                tool,
                JSON.readTree(exchange.getRequestBody().readAllBytes()),
                exchange.getRequestHeaders().getFirst("Idempotency-Key"));
    }

    private static boolean authorised(HttpExchange exchange) {
        return ("Bearer " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private @Nullable Fault nextFault(String tool) {
        Deque<Fault> waiting = faults.get(tool);
        return waiting == null ? null : waiting.poll();
    }

    private void answer(HttpExchange exchange, Received call) throws IOException {
        boolean replay = tools.isReplay(call);
        Optional<ObjectNode> data = tools.answer(call, origin());
        if (data.isEmpty()) {
            refuse(exchange, Fault.refusal(404, "not_found", "There is no such thing."));
            return;
        }
        if (replay) exchange.getResponseHeaders().add("Idempotent-Replayed", "true");
        var body = JSON.createObjectNode().set("data", data.get());
        send(exchange, 200, "application/json", body.toString());
    }

    private void refuse(HttpExchange exchange, Fault fault, Received call) throws IOException {
        if (fault instanceof Fault.Broken) tools.answer(call, origin());
        refuse(exchange, fault);
    }

    private static void refuse(HttpExchange exchange, Fault fault) throws IOException {
        switch (fault) {
            case Fault.Broken broken -> {} // closing without an answer ends the connection
            case Fault.Page page -> send(exchange, page.status(), "text/html", page.html());
            case Fault.Refusal refusal -> {
                refusal.headers().forEach(exchange.getResponseHeaders()::add);
                exchange.getResponseHeaders().add("x-request-id", "req-1");
                var body = JSON.createObjectNode()
                        .put("statusCode", refusal.status())
                        .put("message", refusal.message())
                        .put("error", "Refused")
                        .put("code", refusal.code())
                        .put("retryable", refusal.status() == 429 || refusal.status() >= 500)
                        .put("charged", false)
                        .put("requestId", "req-1");
                send(exchange, refusal.status(), "application/json", body.toString());
            }
        }
    }

    private void asset(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] instead = spoilt.poll();
            String id = exchange.getRequestURI().getPath().substring("/assets/".length());
            byte[] bytes = instead == null ? tools.file(id).bytes() : instead;
            // A signed address is all it takes: a key that comes along went where it must not.
            boolean keyCame = exchange.getRequestHeaders().containsKey("Authorization");
            exchange.sendResponseHeaders(keyCame ? 400 : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String text)
            throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
