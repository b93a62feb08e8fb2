package dev.safelight.bench.http;

import dev.safelight.testkit.outbound.Receiver;
import dev.safelight.testkit.outbound.Requests;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A receiver on loopback that takes all, and counts. */
final class Counter implements AutoCloseable {
    private static final byte[] TAKEN =
            "HTTP/1.1 204 No Content\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final AtomicInteger told = new AtomicInteger();
    private final Receiver receiver = Receiver.start(this::take);

    private void take(Socket socket) throws IOException {
        var in = new BufferedInputStream(socket.getInputStream());
        while (!Requests.next(in).isEmpty()) {
            told.incrementAndGet();
            socket.getOutputStream().write(TAKEN);
        }
    }

    String url() {
        return receiver.url();
    }

    /** Requests so far. */
    int told() {
        return told.get();
    }

    @Override
    public void close() {
        receiver.close();
    }
}
