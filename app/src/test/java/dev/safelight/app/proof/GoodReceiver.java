package dev.safelight.app.proof;

import dev.safelight.testkit.outbound.Receiver;
import dev.safelight.testkit.outbound.Requests;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Takes what it is told, and writes down when it was first told of each task. */
final class GoodReceiver implements AutoCloseable {
    private static final Pattern ID = Pattern.compile("[0-9A-HJKMNP-TV-Z]{26}");
    private static final byte[] TAKEN =
            "HTTP/1.1 204 No Content\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Map<String, CompletableFuture<Long>> arrived = new ConcurrentHashMap<>();
    private final Receiver receiver = Receiver.start(this::take);

    private void take(Socket socket) throws IOException {
        var in = new BufferedInputStream(socket.getInputStream());
        while (true) {
            var request = Requests.next(in);
            long now = System.nanoTime();
            ID.matcher(request).results().forEach(id -> arrival(id.group()).complete(now));
            socket.getOutputStream().write(TAKEN);
        }
    }

    String url() {
        return receiver.url();
    }

    private CompletableFuture<Long> arrival(String task) {
        return arrived.computeIfAbsent(task, unknown -> new CompletableFuture<>());
    }

    /** Waits until it is told; when that was, by this machine's count of nanoseconds. */
    long toldAt(String task) {
        return arrival(task).orTimeout(2, TimeUnit.MINUTES).join();
    }

    @Override
    public void close() {
        receiver.close();
    }
}
