package dev.safelight.app.simulation;

import ch.qos.logback.classic.Logger;

import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

import java.util.logging.Level;

/** Everything breaks by plan in here; what the product logs of it would drown everything else. */
final class Quiet {
    private final java.util.logging.Logger core =
            java.util.logging.Logger.getLogger("dev.safelight");
    private final Logger rest = (Logger) LoggerFactory.getLogger("dev.safelight");
    private ch.qos.logback.classic.@Nullable Level usual;

    void begin() {
        usual = rest.getLevel();
        core.setLevel(Level.OFF);
        rest.setLevel(ch.qos.logback.classic.Level.OFF);
    }

    void end() {
        core.setLevel(null);
        rest.setLevel(usual);
    }
}
