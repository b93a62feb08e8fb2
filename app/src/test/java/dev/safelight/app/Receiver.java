package dev.safelight.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A receiver of webhooks on loopback that keeps what arrives as it came. */
final class Receiver implements AutoCloseable {
    private final HttpServer server;
    private final BlockingQueue<Arrived> arrived = new LinkedBlockingQueue<>();

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::receive);
        server.start();
    }

    /**
     * One request.
     *
     * @param headers by their names in lower case
     */
    record Arrived(Map<String, String> headers, String body) {}

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = new TreeMap<String, String>();
            exchange.getRequestHeaders()
                    .forEach((name, values) ->
                            headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(204, -1);
            arrived.add(new Arrived(headers, new String(body, StandardCharsets.UTF_8)));
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    /** Waits until so many have come. */
    List<Arrived> take(int many) throws InterruptedException {
        var taken = new ArrayList<Arrived>();
        while (taken.size() < many) {
            var next = arrived.poll(60, TimeUnit.SECONDS);
            if (next == null) throw new AssertionError(taken.size() + " of " + many + " came");
            taken.add(next);
        }
        return taken;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
