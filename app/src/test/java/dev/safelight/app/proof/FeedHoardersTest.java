package dev.safelight.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;

/** Readers of the feed who never read: what they cost, and for how long. */
class FeedHoardersTest {
    private static final boolean FULL = Boolean.getBoolean("safelight.full");
    private static final int READERS = FULL ? 500 : 50;

    /** What one of them may cost: 64 MiB for 500. */
    private static final long MOST_BYTES = READERS * (64L << 20) / 500;

    /** Of the feed, which is more than the system takes for somebody who does not read. */
    private static final long PENDING = 10L << 20;

    /** An entry of a file, as it is sent. */
    private static final int ENTRY_BYTES = 97;

    private static final Duration PROMISED = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void they_are_cut_within_a_minute_and_hold_one_piece_each() throws Exception {
        var readers = new ArrayList<Socket>();
        try (var server = new ServerProcess(folder)) {
            server.awaitReady();
            server.stop();
            fill(server.data().resolve("safelight.db"));
            server.restart();
            server.awaitReady();
            var api = new Api(server.port);
            // One who reads and goes, so that the path is compiled and loaded before it is counted.
            long reading = System.nanoTime();
            assertThat(api.events()).hasSizeGreaterThan((int) (PENDING / ENTRY_BYTES));
            var alone = Duration.ofNanos(System.nanoTime() - reading);
            long before = LiveHeap.bytes(server.pid());
            long begin = System.nanoTime();
            for (int i = 0; i < READERS; i++) readers.add(open(server.port));
            Patience.until("they are all open", () -> api.openStreams() == READERS);
            long cost = LiveHeap.bytes(server.pid()) - before;
            Patience.until("they are all cut", () -> api.openStreams() == 0);
            var took = Duration.ofNanos(System.nanoTime() - begin);
            System.out.printf(
                    "* %d readers who never read: %d KiB of live heap each, cut within %d s%n",
                    READERS, cost / READERS / 1_024, took.toSeconds());
            assertThat(cost).isLessThan(MOST_BYTES);
            assertThat(took).isLessThan(Patience.room(PROMISED, alone));
            assertThat(received(readers.getFirst())).isLessThan(PENDING);
        } finally {
            for (var reader : readers) reader.close();
        }
    }

    /** Adds entries to the account's log as if files had been stored. */
    private static void fill(Path store) throws SQLException {
        long entries = PENDING / ENTRY_BYTES + 1_000;
        try (var db = DriverManager.getConnection("jdbc:sqlite:" + store);
                var statement = db.createStatement()) {
            statement.execute(
                    "WITH RECURSIVE g(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM g WHERE x<"
                            + entries
                            + ") INSERT INTO event(change, object, seq, account, kind, at,"
                            + " subject, body) SELECT (SELECT change FROM clock)+x, x, 0,"
                            + " (SELECT account FROM api_key ORDER BY n DESC LIMIT 1), 0,"
                            + " (SELECT at FROM clock), 1,"
                            + " printf('{\"v\":4,\"stored\":\"01KB%022d\"}', x) FROM g");
            statement.execute("UPDATE clock SET change=(SELECT max(change) FROM event)");
        }
    }

    /** Asks, and never reads; the system keeps little for it. */
    private static Socket open(int port) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        String request = "GET /v1/events?live=sse&offset=-1 HTTP/1.1\r\nHost: x\r\nAuthorization:"
                + " Bearer " + ServerProcess.KEY + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** What the system has taken for it until it was cut. */
    private static long received(Socket socket) {
        long bytes = 0;
        try {
            var in = socket.getInputStream();
            byte[] some = new byte[65_536];
            for (int read = in.read(some); read >= 0; read = in.read(some)) bytes += read;
        } catch (IOException cut) {
            // As it should be: the stream was not ended in order.
        }
        return bytes;
    }
}
