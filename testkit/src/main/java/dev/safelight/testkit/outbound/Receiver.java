package dev.safelight.testkit.outbound;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ssl.SSLContext;

/** Somebody's server for webhooks on 127.0.0.1, well-behaved or not, until it is closed. */
public final class Receiver implements AutoCloseable {
    private final ServerSocket listener;
    private final Conduct conduct;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();

    private Receiver(ServerSocket listener, Conduct conduct) {
        this.listener = listener;
        this.conduct = conduct;
    }

    /** Listens in the clear. */
    public static Receiver start(Conduct conduct) {
        return start(conduct, null);
    }

    /**
     * Listens.
     *
     * @param tls whose certificate it shows, or null for none
     */
    public static Receiver start(Conduct conduct, @Nullable SSLContext tls) {
        try {
            var loopback = InetAddress.ofLiteral("127.0.0.1");
            var listener = tls == null
                    ? new ServerSocket(0, 1_024, loopback)
                    : tls.getServerSocketFactory().createServerSocket(0, 1_024, loopback);
            var receiver = new Receiver(listener, conduct);
            receiver.threads.execute(receiver::accept);
            return receiver;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        try {
            while (!listener.isClosed()) {
                var connection = listener.accept();
                accepted.incrementAndGet();
                open.add(connection);
                threads.execute(() -> serve(connection));
            }
        } catch (IOException closed) {
            // It was closed.
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            conduct.go(connection);
        } catch (IOException gone) {
            // The other side, or the end of the test, has closed it.
        } finally {
            open.remove(connection);
        }
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** Connections so far. */
    public int accepted() {
        return accepted.get();
    }

    /** By http at its address. */
    public String url() {
        return "http://127.0.0.1:" + port() + "/hook";
    }

    /** By https under a name. */
    public String url(String name) {
        return "https://" + name + ":" + port() + "/hook";
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (var one : open) one.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
