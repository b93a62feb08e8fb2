package dev.safelight.media.inspect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;

/** Listens on loopback and answers nobody: the system keeps whoever came until it is asked. */
final class Canary implements AutoCloseable {
    private final ServerSocketChannel listener;
    private int heard;

    Canary() {
        try {
            listener = ServerSocketChannel.open();
            listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
            listener.configureBlocking(false);
        } catch (IOException unavailable) {
            throw new UncheckedIOException(unavailable);
        }
    }

    int port() {
        return listener.socket().getLocalPort();
    }

    String address() {
        return "http://127.0.0.1:" + port() + "/part.ts";
    }

    /** How many came so far; one who came before this was asked is counted. */
    int heard() throws IOException {
        for (var caller = listener.accept(); caller != null; caller = listener.accept()) {
            caller.close();
            heard++;
        }
        return heard;
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
