package dev.safelight.testkit.outbound;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.ServerSocketChannel;

/**
 * A listener on this machine that nobody may reach. It accepts nothing by itself: the system
 * completes connections into its backlog, where they are counted when it is asked.
 */
public final class Canary implements AutoCloseable {
    private final ServerSocketChannel listener;
    private int heard;

    private Canary(ServerSocketChannel listener) {
        this.listener = listener;
    }

    /** Listens on a free port of 127.0.0.1. */
    public static Canary listening() {
        try {
            var listener = ServerSocketChannel.open();
            listener.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 1_024);
            listener.configureBlocking(false);
            return new Canary(listener);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return listener.socket().getLocalPort();
    }

    /** How many connections have come in so far. */
    public int heard() {
        try {
            for (var one = listener.accept(); one != null; one = listener.accept()) {
                heard++;
                one.close();
            }
            return heard;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Connects once, so that a test sees that it would be heard. */
    public void disturb() {
        try (var socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port())) {
            socket.getOutputStream().write(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
