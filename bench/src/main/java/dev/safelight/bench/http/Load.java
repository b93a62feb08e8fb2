package dev.safelight.bench.http;

import dev.safelight.bench.Spread;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Many clients on one thread: each sends, waits for its answer and sends again. One thread and no
 * parsing beyond the frame, so that the machine is left to the server.
 */
final class Load implements Closeable {
    private static final long SILENCE = TimeUnit.SECONDS.toNanos(90);
    private final Selector selector = Selector.open();
    private final List<Wire> wires = new ArrayList<>();
    private long numbers;

    /** What to send next, by connection and number. */
    interface Requests {
        byte[] next(int connection, long number);
    }

    /** What is done with an answer. */
    interface Replies {
        void take(int connection, Reply reply);
    }

    /**
     * What a run did.
     *
     * @param waits nanoseconds of each
     */
    record Done(double seconds, Longs waits) {
        double rate() {
            return waits.size() / seconds;
        }

        double millis(double percent) {
            return Spread.percentile(waits.toArray(), percent) / 1e6;
        }
    }

    Load(int port, int connections) throws IOException {
        for (int i = 0; i < connections; i++) {
            var wire = new Wire(port);
            wire.channel.register(selector, SelectionKey.OP_READ, i);
            wires.add(wire);
        }
    }

    /** Runs for so long. */
    Done during(Duration time, Requests requests, Replies replies) throws IOException {
        long end = System.nanoTime() + time.toNanos();
        sendAll(requests);
        return receive(() -> System.nanoTime() < end, requests, replies);
    }

    /** Runs until so many are answered, at least one for each connection. */
    Done until(long count, Requests requests, Replies replies) throws IOException {
        long[] left = {count - wires.size()};
        sendAll(requests);
        return receive(() -> left[0]-- > 0, requests, replies);
    }

    /** The first request of every connection. */
    void sendAll(Requests requests) throws IOException {
        for (int i = 0; i < wires.size(); i++) wires.get(i).send(requests.next(i, numbers++));
    }

    /** Takes the answers of all, and sends the next while there is more to do. */
    Done receive(BooleanSupplier more, Requests requests, Replies replies) throws IOException {
        long start = System.nanoTime();
        long heard = start;
        int busy = wires.size();
        var waits = new Longs();
        while (busy > 0) {
            if (selector.select(1_000) > 0) heard = System.nanoTime();
            else if (System.nanoTime() - heard > SILENCE)
                throw new IOException(busy + " requests were never answered");
            for (var key : selector.selectedKeys()) {
                int on = (Integer) key.attachment();
                var wire = wires.get(on);
                var reply = wire.receive();
                if (reply == null) continue;
                waits.add(System.nanoTime() - wire.sent);
                replies.take(on, reply);
                if (more.getAsBoolean()) wire.send(requests.next(on, numbers++));
                else busy--;
            }
            selector.selectedKeys().clear();
        }
        return new Done((System.nanoTime() - start) / 1e9, waits);
    }

    @Override
    public void close() throws IOException {
        for (var wire : wires) wire.channel.close();
        selector.close();
    }
}
