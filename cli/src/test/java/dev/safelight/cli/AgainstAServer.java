package dev.safelight.cli;

import dev.safelight.testkit.wire.StandIn;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** The commands of a machine that uses a server which stands in for the real one. */
abstract class AgainstAServer {
    final StandIn server = StandIn.start();
    final TestHost host = new TestHost().using(server);

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        server.close();
    }

    /** A file of the test's own folder. */
    String at(String name) {
        return folder.resolve(name).toString();
    }
}
