package dev.safelight.bench.http;

import dev.safelight.bench.Threads;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A server in a process of its own, looked at from outside. */
final class Child implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern USED = Pattern.compile("used (\\d+)K");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    final int port;

    /** Nanoseconds from the call that started it to its first answer. */
    final long startup;

    /** Nanoseconds of CPU that it had used by then. */
    final long startupCpu;

    private final Process process;
    private final Path log;

    /**
     * Starts it and waits for its first answer.
     *
     * @param arguments the main class and its arguments, of which {@code PORT} is replaced
     */
    Child(Path log, List<String> flags, List<String> arguments, Map<String, String> environment)
            throws IOException {
        this.log = log;
        port = freePort();
        var command = command(flags);
        for (var argument : arguments)
            command.add(argument.equals("PORT") ? Integer.toString(port) : argument);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.redirectOutput(log.toFile());
        long begun = System.nanoTime();
        process = builder.start();
        awaitAnswer();
        startup = System.nanoTime() - begun;
        startupCpu = cpu();
    }

    /** Runs a main class to its end. */
    static void run(Path log, List<String> flags, List<String> arguments) throws IOException {
        var command = command(flags);
        command.addAll(arguments);
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (await(process, PATIENCE) != 0)
            throw new IOException("failed: " + arguments + "\n" + Files.readString(log));
    }

    /** The same flags for every server, as the launcher gives them. */
    private static List<String> command(List<String> flags) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-XX:+UseG1GC",
                "-XX:MaxRAMPercentage=60",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true"));
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        return command;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitAnswer() throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            if (!process.isAlive())
                throw new IOException("the server ended: " + Files.readString(log));
            try (var load = new Load(port, 1)) {
                load.until(1, (on, number) -> Wire.get("/livez"), (on, reply) -> {});
                return;
            } catch (ConnectException notYet) {
                Threads.pause(2);
            }
        }
        throw new IOException("the server never answered: " + Files.readString(log));
    }

    /** Nanoseconds of CPU so far. */
    long cpu() {
        return process.toHandle().info().totalCpuDuration().orElseThrow().toNanos();
    }

    /** Bytes in memory; only Linux tells. */
    long resident() throws IOException {
        var status = Files.readString(Path.of("/proc/" + process.pid() + "/status"));
        return number(RESIDENT, status) << 10;
    }

    /** Bytes of heap that are alive after a full collection. */
    long liveHeap() throws IOException {
        jcmd("GC.run");
        return number(USED, jcmd("GC.heap_info")) << 10;
    }

    private String jcmd(String command) throws IOException {
        var tool = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var running = new ProcessBuilder(tool, Long.toString(process.pid()), command)
                .redirectErrorStream(true)
                .start();
        return new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static long number(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        if (!found.find()) throw new IllegalStateException("no " + pattern + " in " + text);
        return Long.parseLong(found.group(1));
    }

    private static int await(Process process, Duration most) {
        try {
            if (process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS)) return process.exitValue();
            process.destroyForcibly();
            return -1;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(interrupted));
        }
    }

    @Override
    public void close() {
        process.destroy();
        await(process, Duration.ofSeconds(30));
    }
}
