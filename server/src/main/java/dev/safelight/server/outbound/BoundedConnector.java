package dev.safelight.server.outbound;

import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes connections that bring a bounded number of bytes for each thing that is sent, below TLS and
 * HTTP: whatever a receiver floods them with ends there. It counts those that are open.
 */
final class BoundedConnector extends ClientConnector {
    private final long mostBytes;
    private final AtomicInteger open = new AtomicInteger();

    /** Allows so many bytes to come in between two that go out. */
    BoundedConnector(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** Connections that are open, in use or not. */
    int open() {
        return open.get();
    }

    @Override
    protected EndPoint newEndPoint(
            SelectableChannel selectable, ManagedSelector selector, SelectionKey selectionKey) {
        return new Bounded((SocketChannel) selectable, selector, selectionKey);
    }

    private final class Bounded extends SocketChannelEndPoint {
        private final AtomicLong cameIn = new AtomicLong();

        private Bounded(SocketChannel channel, ManagedSelector selector, SelectionKey key) {
            super(channel, selector, key, BoundedConnector.this.getScheduler());
        }

        @Override
        public void onOpen() {
            open.incrementAndGet();
            super.onOpen();
        }

        @Override
        public void onClose(Throwable cause) {
            open.decrementAndGet();
            super.onClose(cause);
        }

        @Override
        public int fill(ByteBuffer buffer) throws IOException {
            int filled = super.fill(buffer);
            if (cameIn.addAndGet(Math.max(0, filled)) > mostBytes)
                throw new IOException("more came in than an answer may have");
            return filled;
        }

        @Override
        public boolean flush(ByteBuffer... buffers) throws IOException {
            cameIn.set(0);
            return super.flush(buffers);
        }
    }
}
