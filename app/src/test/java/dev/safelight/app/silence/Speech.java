package dev.safelight.app.silence;

import dev.safelight.client.ConnectionException;
import dev.safelight.client.Safelight;
import dev.safelight.client.SpeechRequest;
import dev.safelight.client.TaskState;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** Somebody who has a server speak. */
final class Speech {
    private static final String KEY = "a-live-key-of-this-proof";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    static final Map<String, String> ENVIRONMENT = Map.of("SAFELIGHT_API_KEY", KEY);

    final int port;
    private final Safelight client;
    private int said;

    Speech() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        client = Safelight.connect(URI.create("http://127.0.0.1:" + port), KEY);
    }

    void awaitServer(Traced server) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        while (true) {
            try {
                client.voices();
                return;
            } catch (ConnectionException notYet) {
                if (System.nanoTime() - begin > PATIENCE.toNanos() || !server.isAlive())
                    throw new AssertionError("it does not answer: " + server.output(), notYet);
            }
        }
    }

    /** Another sentence each time, from the voice itself. */
    void say() throws InterruptedException {
        var text = "This is sentence number " + ++said + ", and nobody else hears it.";
        var task = client.await(client.submit(SpeechRequest.of(text)).task(), PATIENCE);
        if (!(task.state() instanceof TaskState.Completed))
            throw new AssertionError("it did not speak: " + task);
    }
}
