package dev.safelight.cli;

import dev.safelight.client.Environment;
import dev.safelight.testkit.wire.StandIn;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Surroundings that a test sets and reads. Time passes when somebody pauses, or by hand. */
final class TestHost {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger tokens = new AtomicInteger();
    private final Map<String, String> variables = new HashMap<>();
    private byte[] in = {};
    private boolean terminal;
    private LocalServer localServer = () -> {
        throw new IOException("none here");
    };
    private FolderServer folderServer = data -> {
        throw new IOException("no folder here");
    };
    private volatile @Nullable Runnable onInterrupt;

    /** Names the server in the environment, as a person would. */
    TestHost using(URI url, String key) {
        variables.put("SAFELIGHT_URL", url.toString());
        variables.put("SAFELIGHT_API_KEY", key);
        return this;
    }

    TestHost using(StandIn server) {
        return using(server.origin(), StandIn.KEY);
    }

    TestHost variable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    TestHost typing(String text) {
        return typing(text.getBytes(StandardCharsets.UTF_8));
    }

    TestHost typing(byte[] bytes) {
        in = bytes;
        return this;
    }

    TestHost atATerminal() {
        terminal = true;
        return variable("TERM", "xterm");
    }

    TestHost starting(LocalServer server) {
        localServer = server;
        return this;
    }

    TestHost tending(FolderServer server) {
        folderServer = server;
        return this;
    }

    int run(String... args) {
        return Cli.run(List.of(args), host());
    }

    void pressCtrlC() {
        Runnable action = onInterrupt;
        if (action == null) throw new AssertionError("nobody listens for Ctrl-C");
        action.run();
    }

    boolean listensForCtrlC() {
        return onInterrupt != null;
    }

    void advance(Duration duration) {
        nanos.addAndGet(duration.toNanos());
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    byte[] outBytes() {
        return out.toByteArray();
    }

    byte[] errBytes() {
        return err.toByteArray();
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    Host host() {
        var streams = new Streams(
                new ByteArrayInputStream(in),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                terminal);
        var environment = new Environment(
                nanos::get, this::advance, () -> "token-" + tokens.incrementAndGet());
        return new Host(variables, streams, environment, this::register, localServer, folderServer);
    }

    /** The same, with standard output (1) or standard error (2) closed. */
    Host closed(int descriptor) {
        var open = host();
        var closed = new PrintStream(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Bad file descriptor");
            }

            @Override
            public void flush() throws IOException {
                throw new IOException("Bad file descriptor");
            }
        });
        var streams = new Streams(
                open.streams().in(),
                descriptor == 1 ? closed : open.streams().out(),
                descriptor == 2 ? closed : open.streams().err(),
                terminal);
        return new Host(
                variables,
                streams,
                open.environment(),
                open.interrupts(),
                open.localServer(),
                open.folderServer());
    }

    private Interrupts.Registration register(Runnable action) {
        onInterrupt = action;
        return () -> onInterrupt = null;
    }
}
