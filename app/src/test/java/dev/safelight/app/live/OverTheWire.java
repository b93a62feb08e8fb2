package dev.safelight.app.live;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

/** A test with a server of its own and somebody who has a key. */
public abstract class OverTheWire {
    @TempDir
    public Path folder;

    public LiveServer server;
    public Client client;
    public Wire wire;

    @BeforeEach
    void start() throws IOException {
        server = serve();
        client = server.client();
        wire = new Wire(server);
    }

    /** A server with the usual limits. */
    protected LiveServer serve() throws IOException {
        return new LiveServer(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }
}
