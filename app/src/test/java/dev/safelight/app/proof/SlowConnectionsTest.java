package dev.safelight.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

class SlowConnectionsTest {
    private static final int SLOW = 1_000;
    private static final int FRESH = 50;
    private static final Duration PROMISED = Duration.ofMillis(500);

    @TempDir
    Path folder;

    @Test
    void a_thousand_of_them_leave_fresh_requests_quick() throws IOException {
        var slow = new ArrayList<Socket>();
        try (var server = new ServerProcess(folder)) {
            server.awaitReady();
            var api = new Api(server.port);
            assertThat(api.data("list-tasks", "{}")).isPresent();
            var alone = fresh(api, i -> {});
            for (int i = 0; i < SLOW; i++) slow.add(trickle(server.port));
            var times = fresh(api, i -> slow.get(i).getOutputStream().write('x'));
            System.out.printf(
                    "* fresh requests beside %d slow connections: median %d ms, slowest %d ms%n",
                    SLOW, times.get(FRESH / 2).toMillis(), times.getLast().toMillis());
            assertThat(times.getLast()).isLessThan(Patience.room(PROMISED, alone.getLast()));
        } finally {
            for (var socket : slow) socket.close();
        }
    }

    /** What a test does before each of its requests. */
    private interface Before {
        void request(int number) throws IOException;
    }

    /** How long each request took, in order of size. */
    private static List<Duration> fresh(Api api, Before before) throws IOException {
        var times = new ArrayList<Duration>();
        for (int i = 0; i < FRESH; i++) {
            before.request(i);
            long begin = System.nanoTime();
            assertThat(api.data("get-credit-balance", "{}")).isPresent();
            times.add(Duration.ofNanos(System.nanoTime() - begin));
        }
        times.sort(null);
        return times;
    }

    /** A request that has begun and never gets on. */
    private static Socket trickle(int port) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        var begun = "POST /api/v1/tools/generate-tts/execute HTTP/1.1\r\nHost: x\r\nX-Slow: ";
        socket.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
