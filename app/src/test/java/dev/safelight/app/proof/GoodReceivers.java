package dev.safelight.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** A server with two receivers that answer at once: an endpoint's, and one of callbacks. */
final class GoodReceivers implements AutoCloseable {
    static final int COUNTED = Boolean.getBoolean("safelight.full") ? 1_000 : 200;

    /** What others may add to the time until they are told. */
    static final Duration MORE = Duration.ofSeconds(1);

    final ServerProcess server;
    final HookApi api;
    private final GoodReceiver endpoint = new GoodReceiver();
    private final GoodReceiver callback = new GoodReceiver();

    GoodReceivers(Path folder) throws IOException {
        this(folder, Stage.PLAIN);
    }

    /** Starts it in this folder, and tells both until the server is warm. */
    GoodReceivers(Path folder, Stage stage) throws IOException {
        server = new ServerProcess(folder, stage, "--dev");
        server.awaitReady();
        api = new HookApi(server.port);
        api.endpoint(endpoint.url(), "tool_execution.cancelled");
        delays().until(COUNTED);
    }

    Delays delays() {
        return new Delays(api, endpoint, callback);
    }

    static void assertNotMuchMore(Delays beside, Delays alone) {
        assertThat(beside.ofEndpoint().minus(alone.ofEndpoint()))
                .isLessThan(Patience.room(MORE, alone.ofEndpoint()));
        assertThat(beside.ofCallbacks().minus(alone.ofCallbacks()))
                .isLessThan(Patience.room(MORE, alone.ofCallbacks()));
    }

    @Override
    public void close() {
        server.close();
        endpoint.close();
        callback.close();
    }
}
