package dev.safelight.app.proof;

import java.util.List;
import java.util.Map;

/**
 * What a server process is started under.
 *
 * @param before the command that the server's own is handed to
 * @param environment on top of this process's
 */
record Stage(List<String> before, Map<String, String> environment) {
    static final Stage PLAIN = new Stage(List.of(), Map.of());
}
