package dev.safelight.cli;

import dev.safelight.client.Safelight;

import java.io.IOException;
import java.net.URI;

/** Finds the server that a command uses. */
final class Servers {
    static final String URL = "SAFELIGHT_URL";
    static final String KEY = "SAFELIGHT_API_KEY";

    private Servers() {}

    /** The one that the environment names, else one of our own. */
    static LocalServer.Running open(Host host, Progress progress)
            throws StoppedException, InterruptedException {
        String url = host.variables().getOrDefault(URL, "");
        if (url.isBlank()) return started(host.localServer(), progress);
        String key = host.variables().getOrDefault(KEY, "");
        if (key.isBlank())
            throw new StoppedException(
                    ExitCode.UNAUTHORISED, "no_key", URL + " is set; set " + KEY + " as well");
        return named(new Target(address(url), key));
    }

    private static LocalServer.Running started(LocalServer server, Progress progress)
            throws StoppedException, InterruptedException {
        progress.say("starting a server for this command (set " + URL + " to use another)");
        try {
            return server.start();
        } catch (IOException e) {
            throw new StoppedException(
                    ExitCode.UNREACHABLE, "no_server", "cannot start a server: " + e.getMessage());
        }
    }

    static Safelight connect(Target target, Host host) throws StoppedException {
        try {
            return Safelight.connect(target.base(), target.key(), host.environment());
        } catch (IllegalArgumentException e) {
            throw badAddress(e);
        }
    }

    private static URI address(String url) throws StoppedException {
        try {
            return URI.create(url.strip());
        } catch (IllegalArgumentException e) {
            throw badAddress(e);
        }
    }

    private static StoppedException badAddress(IllegalArgumentException e) {
        return new StoppedException(ExitCode.USAGE, "bad_address", URL + ": " + e.getMessage());
    }

    /** Somebody else's: there is nothing to stop. */
    private static LocalServer.Running named(Target target) {
        return new LocalServer.Running() {
            @Override
            public Target target() {
                return target;
            }

            @Override
            public void close() {}
        };
    }
}
