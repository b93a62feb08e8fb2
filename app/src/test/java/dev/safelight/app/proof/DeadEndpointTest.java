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
    private static final int ROWS = Boolean.getBoolean("safelight.full") ? 1_000_000 : 100_000;

    @TempDir
    private Path folder;

    private GoodReceivers good;

    @BeforeEach
    void start() throws IOException {
        good = new GoodReceivers(folder);
    }

    @AfterEach
    void stop() {
        good.close();
    }

    @Test
    void good_ones_and_a_start_wait_at_most_a_second_longer_for_a_dead_endpoint()
            throws IOException, SQLException {
        var alone = good.delays().until(GoodReceivers.COUNTED);
        good.api.endpoint("http://127.0.0.1:" + deadPort() + "/hook", "tool_execution.failed");
        var startAlone = restart();
        good.server.stop();
        DeadBacklog.add(good.server.data().resolve("safelight.db"), ROWS);
        var start = restart();
        var beside = good.delays().until(GoodReceivers.COUNTED);
        System.out.printf(
                "* beside %d rows of a dead endpoint: p99 of deliveries %s, alone %s;"
                        + " start in %d ms, alone %d ms%n",
                ROWS, beside.words(), alone.words(), start.toMillis(), startAlone.toMillis());
        assertThat(start.minus(startAlone)).isLessThan(GoodReceivers.MORE);
        GoodReceivers.assertNotMuchMore(beside, alone);
    }

    private Duration restart() throws IOException {
        good.server.stop();
        good.server.restart();
        return good.server.awaitReady();
    }

    private static int deadPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
