package dev.safelight.app.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own, on one data folder and one port over all its lives. */
final class ServerProcess implements AutoCloseable {
    static final String KEY = "a-test-key-of-this-proof";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final int port;
    private final Path folder;
    private final Stage stage;
    private final List<String> settings;
    private Process process;

    ServerProcess(Path folder, String... settings) throws IOException {
        this(folder, Stage.PLAIN, settings);
    }

    ServerProcess(Path folder, Stage stage, String... settings) throws IOException {
        this.folder = folder;
        this.stage = stage;
        this.settings = List.of(settings);
        port = freePort();
        process = begin();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Process begin() throws IOException {
        var command = new ArrayList<>(stage.before());
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path")),
                "dev.safelight.app.Main",
                "serve",
                "--data",
                data().toString(),
                "--packs",
                folder.resolve("no-packs").toString(),
                "--port",
                Integer.toString(port),
                "--test-key",
                KEY,
                "--grant",
                "100000000",
                "--submits-per-minute",
                "0",
                "--reads-per-minute",
                "0"));
        command.addAll(settings);
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()));
        builder.environment().putAll(stage.environment());
        return builder.start();
    }

    long pid() {
        return process.pid();
    }

    Path data() {
        return folder.resolve("data");
    }

    /** Waits until it takes requests; says how long that took from here. */
    Duration awaitReady() {
        var api = new Api(port);
        long begin = System.nanoTime();
        while (!api.isReady()) {
            var waited = Duration.ofNanos(System.nanoTime() - begin);
            if (waited.compareTo(PATIENCE) > 0 || !process.isAlive())
                throw new AssertionError("not ready after " + waited + ":\n" + log());
            Thread.onSpinWait();
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("log"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The end without a goodbye: SIGKILL. */
    void kill() {
        process.destroyForcibly();
        await();
    }

    /** A new life on the same data. */
    void restart() throws IOException {
        process = begin();
    }

    /** Asks it to end and waits until it has. */
    void stop() {
        process.destroy();
        await();
    }

    @Override
    public void close() {
        stop();
    }

    private void await() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                throw new AssertionError("it does not end:\n" + log());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
