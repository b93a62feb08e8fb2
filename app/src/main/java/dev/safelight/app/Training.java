package dev.safelight.app;

import java.io.IOException;
import java.util.Map;

/** {@code --train}: a short life, so that the JVM can note what a start needs. */
final class Training {
    private Training() {}

    static int run() throws IOException {
        var running = new LocalServing(Map.of()).start();
        try {
            new Rehearsal(running.target()).run();
        } finally {
            running.close();
        }
        return 0;
    }
}
