package dev.safelight.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.engines.sandbox.SandboxEngine;
import dev.safelight.testkit.hostile.HostileFile;
import dev.safelight.testkit.hostile.HostileFiles;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.json.JsonMapper;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;

/** Files that are made to harm, brought to a server over the wire. */
class HostileUploadsTest {
    private static final Duration PROMISED = Duration.ofSeconds(1);
    private static final long MOST_GROWTH_MIB = 100;
    private static final int AT_ONCE = 8;
    private static final Pattern LONGEST =
            Pattern.compile("[0-9]+-megabytes|-million-chunks|-long-chunk");

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
            large(api);
            var kept = new ConcurrentLinkedQueue<String>();
            try (var memory = new Memory(server.pid())) {
                var slowest = oneByOne(api, files, kept);
                manyAtOnce(api, files, kept);
                for (var id : kept) api.studied(id);
                long[] growth = memory.growthMib();
                System.out.printf(
                        "* %d hostile files, %d kept: the slowest %d ms (%s), memory +%d MiB, its"
                                + " programs %d MiB%n",
                        files.size(),
                        kept.size(),
                        slowest.took().toMillis(),
                        slowest.name(),
                        growth[0],
                        growth[1]);
                assertThat(slowest.took())
                        .as(slowest.name())
                        .isLessThan(Patience.room(PROMISED, alone));
                assertThat(growth[0] + growth[1]).as("MiB").isLessThan(MOST_GROWTH_MIB);
            }
            assertThat(canary.visitors()).isZero();
        }
    }

    private record Slowest(String name, Duration took) {}

    private static Slowest oneByOne(UploadApi api, List<HostileFile> files, Queue<String> kept)
            throws IOException {
        var slowest = new Slowest("", Duration.ZERO);
        for (var file : files) {
            var took = bring(api, file, kept);
            if (took.compareTo(slowest.took()) > 0) slowest = new Slowest(file.name(), took);
        }
        return slowest;
    }

    /** The longest are brought alone only: this process makes all of their bytes. */
    private static void manyAtOnce(UploadApi api, List<HostileFile> files, Queue<String> kept) {
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var all = files.stream()
                    .filter(file -> !LONGEST.matcher(file.name()).find())
                    .map(file -> CompletableFuture.runAsync(() -> again(api, file, kept), threads))
                    .toList();
            all.forEach(CompletableFuture::join);
        }
    }

    private static void again(UploadApi api, HostileFile file, Queue<String> kept) {
        try {
            bring(api, file, kept);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Some that mean well, of each way to look into a file: the slowest answer. */
    private static Duration ordinary(UploadApi api) throws IOException {
        var slowest = Duration.ZERO;
        for (int round = 0; round < 4; round++) {
            byte[] noise = WaveBytes.noise(3, round);
            var sound = api.announce("noise.wav");
            var clip = api.announce("clip.mp4");
            long begin = System.nanoTime();
            assertThat(api.put(sound, noise).statusCode()).isEqualTo(200);
            assertThat(api.put(clip, clip()).statusCode()).isEqualTo(200);
            var took = Duration.ofNanos(System.nanoTime() - begin).dividedBy(2);
            // The first round loads classes and starts the program for the first time.
            if (round > 0 && took.compareTo(slowest) > 0) slowest = took;
            api.studied(clip.get("fileId").asString());
        }
        return slowest;
    }

    /** Half of the memory that the JVM takes is room for what passes through it. */
    private static void large(UploadApi api) throws IOException {
        api.studied(api.bring("long.wav", WaveBytes.noise(6_000, 1)));
        var photo = new ByteArrayOutputStream();
        var image = new BufferedImage(4_000, 3_000, BufferedImage.TYPE_INT_RGB);
        assertThat(ImageIO.write(image, "png", photo)).isTrue();
        api.studied(api.bring("photo.png", photo.toByteArray()));
    }

    static byte[] clip() throws IOException {
        try (var in = SandboxEngine.class.getResourceAsStream("sandbox.mp4")) {
            return in.readAllBytes();
        }
    }

    /** Brings one, which must come to what is expected; how long the answer took at its end. */
    private static Duration bring(UploadApi api, HostileFile file, Queue<String> kept)
            throws IOException {
        var upload = api.announce(file.name());
        var sent = new Sent(file.bytes());
        var answer = api.put(upload, sent.body());
        var took = sent.sinceLastByte();
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

    /** Bytes on their way; a promise that goes by the last of them does not go by the line. */
    private static final class Sent extends ByteArrayInputStream {
        private volatile long ended = System.nanoTime();

        Sent(byte[] bytes) {
            super(bytes);
        }

        BodyPublisher body() {
            return count == 0
                    ? BodyPublishers.noBody()
                    : BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> this), count);
        }

        @Override
        public synchronized int read(byte[] into, int from, int length) {
            int read = super.read(into, from, length);
            if (read > 0 && available() == 0) ended = System.nanoTime();
            return read;
        }

        Duration sinceLastByte() {
            return Duration.ofNanos(System.nanoTime() - ended);
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
