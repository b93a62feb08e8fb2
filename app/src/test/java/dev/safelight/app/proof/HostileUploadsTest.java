package dev.safelight.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.engines.sandbox.SandboxEngine;
import dev.safelight.testkit.hostile.HostileFile;
import dev.safelight.testkit.hostile.HostileFiles;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Files that are made to harm, brought to a server over the wire. */
class HostileUploadsTest {
    private static final Duration PROMISED = Duration.ofSeconds(1);
    private static final long MOST_GROWTH_KIB = 100 * 1024;

    @TempDir
    private Path folder;

    @Test
    void are_refused_at_once_or_kept_without_harm() throws IOException {
        try (var canary = new Canary();
                var server = new ServerProcess(folder)) {
            server.awaitReady();
            var api = new UploadApi(server.port);
            var files = HostileFiles.all(canary.address());
            var alone = ordinary(api);
            var memory = new Memory(server.pid());
            var slowest = Duration.ZERO;
            var kept = new ArrayList<String>();
            String which = "";
            for (var file : files) {
                var took = bring(api, file, kept);
                if (took.compareTo(slowest) <= 0) continue;
                slowest = took;
                which = file.name();
            }
            for (var id : kept) api.studied(id);
            long growth = memory.growthKib();
            System.out.printf(
                    "* %d hostile files, %d kept: the slowest %d ms (%s), memory +%d MiB%n",
                    files.size(), kept.size(), slowest.toMillis(), which, growth / 1024);
            assertThat(slowest).as(which).isLessThan(Patience.room(PROMISED, alone));
            assertThat(growth).as("KiB").isLessThan(MOST_GROWTH_KIB);
            assertThat(canary.visitors()).isZero();
        }
    }

    /** Some that mean well, of each way to look into a file; how long the slowest takes by then. */
    private static Duration ordinary(UploadApi api) throws IOException {
        var slowest = Duration.ZERO;
        for (int round = 0; round < 3; round++) {
            long begin = System.nanoTime();
            api.studied(api.bring("noise.wav", WaveBytes.noise(3, round)));
            api.studied(api.bring("clip.mp4", clip()));
            slowest = Duration.ofNanos(System.nanoTime() - begin);
        }
        return slowest.dividedBy(2);
    }

    private static byte[] clip() throws IOException {
        try (var in = SandboxEngine.class.getResourceAsStream("sandbox.mp4")) {
            return in.readAllBytes();
        }
    }

    /** Brings one, which must come to what is expected of it; how long the answer took. */
    private static Duration bring(UploadApi api, HostileFile file, List<String> kept)
            throws IOException {
        var upload = api.announce(file.name());
        byte[] bytes = file.bytes();
        long begin = System.nanoTime();
        var answer = api.put(upload, bytes);
        var took = Duration.ofNanos(System.nanoTime() - begin);
        var id = upload.get("fileId").asString();
        switch (file.expected()) {
            case HostileFile.Refused refused -> {
                assertThat(answer.statusCode()).as(file.name()).isIn(415, 422);
                var detail = JsonMapper.shared().readTree(answer.body()).path("detail");
                assertThat(detail.asString("")).as(file.name()).isNotEmpty();
                assertThat(api.file(id).at("/downloadSource/status").asString())
                        .isEqualTo("failed");
            }
            case HostileFile.Kept as -> {
                assertThat(answer.statusCode())
                        .as(file.name() + ": " + answer.body())
                        .isEqualTo(200);
                kept.add(id);
            }
        }
        return took;
    }

    /** How much a process has of the machine's memory. */
    private record Memory(long pid, long beginKib) {
        Memory(long pid) throws IOException {
            this(pid, begin(pid));
        }

        private static long begin(long pid) throws IOException {
            // The highest figure so far becomes that of now.
            Files.writeString(Path.of("/proc", Long.toString(pid), "clear_refs"), "5");
            return read(pid, "VmRSS:");
        }

        private static long read(long pid, String name) throws IOException {
            for (var line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")))
                if (line.startsWith(name)) return Long.parseLong(line.replaceAll("\\D", ""));
            throw new IOException(name + " is not told");
        }

        /** What the highest figure since then is above that of then. */
        long growthKib() throws IOException {
            return read(pid, "VmHWM:") - beginKib;
        }
    }

    /** An address that some of the files name: nobody is to come. */
    private static final class Canary implements AutoCloseable {
        private final ServerSocket socket =
                new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final AtomicInteger visitors = new AtomicInteger();

        Canary() throws IOException {
            Thread.ofPlatform().daemon().start(this::listen);
        }

        private void listen() {
            try {
                while (true) {
                    socket.accept().close();
                    visitors.incrementAndGet();
                }
            } catch (IOException closed) {
                // That is the end.
            }
        }

        String address() {
            return "http://127.0.0.1:" + socket.getLocalPort() + "/";
        }

        int visitors() {
            return visitors.get();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
