package dev.safelight.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/**
 * An address that passes on what is said to it and what is answered, 1 MiB a second each way. It
 * takes little ahead; the system below takes up to 4 MiB on loopback, which then seem to be sent.
 */
final class SlowLine implements AutoCloseable {
    private static final int BUFFER = 8 << 10;
    private static final long NANOS_A_BUFFER = 1_000_000_000L / 128;

    private final ServerSocket listener;
    private final CompletableFuture<InetSocketAddress> server = new CompletableFuture<>();

    SlowLine() throws IOException {
        listener = new ServerSocket();
        listener.setReceiveBufferSize(BUFFER); // what it accepts inherits it
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Thread.ofVirtual().start(this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + listener.getLocalPort();
    }

    /** Where it leads; whoever connects before waits. */
    void leadTo(URI address) {
        server.complete(new InetSocketAddress(address.getHost(), address.getPort()));
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                var near = listener.accept();
                var far = new Socket();
                far.setReceiveBufferSize(BUFFER);
                far.connect(server.join());
                Thread.ofVirtual().start(() -> pass(near, far));
                Thread.ofVirtual().start(() -> pass(far, near));
            } catch (IOException _) {
                return; // closed
            }
        }
    }

    /** Until one of them has said all, or is gone. */
    private static void pass(Socket from, Socket to) {
        byte[] bytes = new byte[BUFFER];
        try (to) {
            for (int n = from.getInputStream().read(bytes);
                    n >= 0;
                    n = from.getInputStream().read(bytes)) {
                to.getOutputStream().write(bytes, 0, n);
                LockSupport.parkNanos(NANOS_A_BUFFER * n / BUFFER);
            }
        } catch (IOException gone) {
            // Whoever was to get it notices that it is not whole.
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
