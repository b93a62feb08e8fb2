package dev.safelight.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

/** What good receivers notice of one that is no longer there. */
class DeadEndpointTest {
    private static final boolean FULL = Boolean.getBoolean("safelight.full");
    private static final int ROWS = FULL ? 1_000_000 : 100_000;
    private static final int COUNTED = FULL ? 1_000 : 200;

    private static final Duration MORE = Duration.ofSeconds(1);

    @TempDir
    private Path folder;

    private ServerProcess server;
    private HookApi api;
    private final GoodReceiver endpoint = new GoodReceiver();
    private final GoodReceiver callback = new GoodReceiver();

    @BeforeEach
    void start() throws IOException {
        server = new ServerProcess(folder, "--dev");
        server.awaitReady();
        api = new HookApi(server.port);
        api.endpoint(endpoint.url(), "tool_execution.cancelled");
        delays().until(COUNTED);
    }

    @AfterEach
    void stop() {
        server.close();
        endpoint.close();
        callback.close();
    }

    private Delays delays() {
        return new Delays(api, endpoint, callback);
    }

    private static void assertNotMuchMore(Delays beside, Delays alone) {
        assertThat(beside.ofEndpoint().minus(alone.ofEndpoint()))
                .isLessThan(Patience.room(MORE, alone.ofEndpoint()));
        assertThat(beside.ofCallbacks().minus(alone.ofCallbacks()))
                .isLessThan(Patience.room(MORE, alone.ofCallbacks()));
    }

    @Test
    void good_ones_and_a_start_wait_at_most_a_second_longer_for_a_dead_endpoint()
            throws IOException, SQLException {
        var alone = delays().until(COUNTED);
        api.endpoint("http://127.0.0.1:" + deadPort() + "/hook", "tool_execution.failed");
        var startAlone = restart();
        server.stop();
        DeadBacklog.add(server.data().resolve("safelight.db"), ROWS);
        var start = restart();
        var beside = delays().until(COUNTED);
        System.out.printf(
                "* beside %d rows of a dead endpoint: p99 of deliveries %s, alone %s;"
                        + " start in %d ms, alone %d ms%n",
                ROWS, beside.words(), alone.words(), start.toMillis(), startAlone.toMillis());
        assertThat(start.minus(startAlone)).isLessThan(MORE);
        assertNotMuchMore(beside, alone);
    }

    private Duration restart() throws IOException {
        server.stop();
        server.restart();
        return server.awaitReady();
    }

    private static int deadPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
