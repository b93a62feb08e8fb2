package dev.safelight.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a server holds for streams on which nothing happens. */
class IdleStreamsTest {
    private static final int STREAMS = Boolean.getBoolean("safelight.full") ? 5_000 : 1_000;
    private static final long MOST_BYTES_EACH = 10 << 10;

    /** Opened before the heap is looked at: what grows once with a crowd is not theirs. */
    private static final int WARM = 300;

    @TempDir
    private Path folder;

    @Test
    void is_at_most_10_kib_of_live_heap_each() throws IOException {
        try (var server = new ServerProcess(folder)) {
            server.awaitReady();
            String task =
                    new StreamApi(server.port).submit(290_000, 1).get("task_id").asString();
            var warm = open(server.port, task, WARM);
            long before = LiveHeap.bytes(server.pid());
            var open = open(server.port, task, STREAMS);
            long each = (LiveHeap.bytes(server.pid()) - before) / STREAMS;
            System.out.printf("* %d idle streams: %d bytes of live heap each%n", STREAMS, each);
            for (var socket : open) socket.close();
            for (var socket : warm) socket.close();
            assertThat(each).isBetween(500L, MOST_BYTES_EACH);
        }
    }

    /** Opens so many, each of which has told its first event. */
    private static List<Socket> open(int port, String task, int streams) throws IOException {
        var open = new ArrayList<Socket>();
        byte[] request = ("GET /v1/tasks/stream/" + task + " HTTP/1.1\r\nHost: x\r\nx-api-key: "
                        + ServerProcess.KEY + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < streams; i++) {
            var socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request);
            open.add(socket);
        }
        for (var socket : open) awaitEvent(socket);
        return open;
    }

    private static void awaitEvent(Socket socket) throws IOException {
        var heard = new StringBuilder();
        while (heard.indexOf("\"progress\":") < 0) {
            int next = socket.getInputStream().read();
            if (next < 0) throw new AssertionError("only this came: " + heard);
            heard.append((char) next);
        }
    }
}
