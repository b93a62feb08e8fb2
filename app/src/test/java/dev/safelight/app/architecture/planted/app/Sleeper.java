package dev.safelight.app.architecture.planted.app;

import java.util.Timer;

final class Sleeper {
    private Sleeper() {}

    static Timer timer() {
        return new Timer();
    }
}
