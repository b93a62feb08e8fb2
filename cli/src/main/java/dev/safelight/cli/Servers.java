package dev.safelight.cli;

import dev.safelight.client.Administration;
import dev.safelight.client.ApiKey;
import dev.safelight.client.Safelight;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;

/** Finds the server that a command uses. */
final class Servers {
    static final String URL = "SAFELIGHT_URL";

    private Servers() {}

    /** The one that the environment names, else one of our own. */
    static LocalServer.Running open(Host host, Progress progress)
            throws StoppedException, InterruptedException {
        String url = host.variable(URL);
        if (url.isEmpty()) return started(host.localServer(), progress);
        return named(new Target(address(url), key(host.variable(Host.KEY))));
    }

    private static LocalServer.Running started(LocalServer server, Progress progress)
            throws StoppedException, InterruptedException {
        progress.say("starting a server for this command (set " + URL + " to use another)");
        try {
            return server.start();
        } catch (IOException e) {
            throw new StoppedException(
                    ExitCode.UNREACHABLE,
                    "no_server",
                    "cannot start a server: " + Reason.of(e, ""));
        }
    }

    /** The one that the environment names, else one of our own on the data folder. */
    static LocalServer.Running tending(Host host, @Nullable String data)
            throws StoppedException, InterruptedException {
        String url = host.variable(URL);
        if (!url.isEmpty()) {
            if (data == null) return named(new Target(address(url), key(host.variable(Host.KEY))));
            throw new StoppedException(
                    ExitCode.USAGE,
                    "two_servers",
                    "--data works on a folder and " + URL + " names a server: choose one");
        }
        try {
            return host.folderServer().open(data);
        } catch (IOException e) {
            throw new StoppedException(
                    ExitCode.UNREACHABLE,
                    "no_folder",
                    Reason.of(e, "") + " (to ask a server that runs, set " + URL + " and "
                            + Host.KEY + ")");
        }
    }

    static Administration administration(Target target, Host host) throws StoppedException {
        try {
            return Administration.connect(target.base(), target.key().text(), host.environment());
        } catch (IllegalArgumentException e) {
            throw badAddress(e.getMessage());
        }
    }

    static Safelight connect(Target target, Host host) throws StoppedException {
        try {
            return Safelight.connect(target.base(), target.key().text(), host.environment());
        } catch (IllegalArgumentException e) {
            throw badAddress(e.getMessage());
        }
    }

    private static ApiKey key(String given) throws StoppedException {
        if (given.isEmpty())
            throw new StoppedException(
                    ExitCode.UNAUTHORISED, "no_key", URL + " is set; set " + Host.KEY + " as well");
        try {
            return ApiKey.of(given);
        } catch (IllegalArgumentException e) {
            throw new StoppedException(
                    ExitCode.UNAUTHORISED,
                    "bad_key",
                    Host.KEY + " cannot be used: " + e.getMessage());
        }
    }

    private static URI address(String url) throws StoppedException {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException e) {
            throw badAddress("that is no address: write it like http://127.0.0.1:8080");
        }
    }

    private static StoppedException badAddress(@Nullable String why) {
        return new StoppedException(ExitCode.USAGE, "bad_address", URL + ": " + why);
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
