package dev.safelight.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Files that several callers bring to a server that may be gone at any moment, and what they wrote
 * down themselves: which they announced, which were answered as taken.
 */
final class BroughtFiles {
    private static final int CALLERS = 6;
    private static final int MOST_SECONDS = 60;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private record Announced(String id, URI address, int seconds, long seed) {
        byte[] bytes() {
            return WaveBytes.noise(seconds, seed);
        }
    }

    /** By the id of the file: what it must hold if it holds anything. */
    private final Map<String, String> announced = new ConcurrentHashMap<>();

    /** Those whose bytes were answered as taken. */
    private final Map<String, Boolean> taken = new ConcurrentHashMap<>();

    /** Those whose bytes a kill has cut off, and which may come again. */
    private final Queue<Announced> cutOff = new ConcurrentLinkedQueue<>();

    private final AtomicLong whole = new AtomicLong();
    private long bytes;
    private long half;

    /** Brings files until it is told to stop. */
    void bring(int port, AtomicBoolean stop, long seed) {
        var callers = new ArrayList<Thread>();
        for (int caller = 0; caller < CALLERS; caller++) {
            var random = new Random(seed + caller);
            callers.add(Thread.ofPlatform().start(() -> {
                while (!stop.get()) bringOne(port, random);
            }));
        }
        for (var caller : callers) join(caller);
    }

    private static void join(Thread caller) {
        try {
            caller.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** A file that was cut off before, or another one. */
    private void bringOne(int port, Random random) {
        var file = cutOff.poll();
        if (file == null) file = announce(port, random);
        if (file == null) return;
        var put = HttpRequest.newBuilder(file.address()).PUT(inPieces(file.bytes()));
        var answer = send(put.build());
        if (answer == null) cutOff.add(file);
        else if (answer.statusCode() == 200) taken.put(file.id(), true);
    }

    private @Nullable Announced announce(int port, Random random) {
        var upload = post(port, "/v1/files/upload", "{\"displayName\":\"noise.wav\"}");
        if (upload == null) return null;
        var address = URI.create(upload.get("uploadUrl").asString());
        var file = new Announced(
                upload.get("fileId").asString(),
                address,
                1 + random.nextInt(MOST_SECONDS),
                random.nextLong());
        announced.put(file.id(), FilesJudge.sha256(file.bytes()));
        return file;
    }

    /** Neither at once nor of a length that is known, so that kills meet half of it. */
    private static BodyPublisher inPieces(byte[] file) {
        return BodyPublishers.ofInputStream(() -> new SlowBytes(file));
    }

    /** Bytes that come as over a line: some MB a second, where loopback takes them at once. */
    private static final class SlowBytes extends ByteArrayInputStream {
        private static final Duration PAUSE = Duration.ofMillis(12);
        private static final int PIECE = 16 << 10;

        private SlowBytes(byte[] file) {
            super(file);
        }

        @Override
        public synchronized int read(byte[] into, int at, int most) {
            LockSupport.parkNanos(PAUSE.toNanos());
            return super.read(into, at, Math.min(most, PIECE));
        }
    }

    /** Counts what a kill has left half-written. */
    void countHalves(Path data) throws IOException {
        try (var halves = Files.list(data.resolve("blobs").resolve("scratch"))) {
            half += halves.count();
        }
    }

    /** How many files kills have met between their first byte and their last. */
    long halves() {
        return half;
    }

    private static @Nullable JsonNode post(int port, String path, String json) {
        var answer =
                send(request(port, path).POST(BodyPublishers.ofString(json)).build());
        if (answer == null || answer.statusCode() != 200) return null;
        return JsonMapper.shared().readTree(answer.body());
    }

    private static HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + ServerProcess.KEY);
    }

    /** Null when no answer came. */
    private static @Nullable HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException gone) {
            return null;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /** What was answered as taken is whole; anything else is whole or not there at all. */
    void judge(int port) throws IOException {
        for (var file : List.copyOf(announced.entrySet())) {
            var answer = send(request(port, "/v1/files/" + file.getKey()).build());
            if (answer == null) throw new AssertionError("no answer");
            var view = JsonMapper.shared().readTree(answer.body());
            var status = view.at("/downloadSource/status").asString("absent");
            if (taken.containsKey(file.getKey())) assertThat(status).isEqualTo("ready");
            if (!status.equals("ready")) continue;
            byte[] held = read(view.get("downloadUrl").asString());
            assertThat(FilesJudge.sha256(held)).isEqualTo(file.getValue());
            bytes += held.length;
            whole.incrementAndGet();
        }
        assertThat(taken).isNotEmpty();
    }

    private static byte[] read(String address) throws IOException {
        try {
            return HTTP.send(
                            HttpRequest.newBuilder(URI.create(address)).build(),
                            BodyHandlers.ofByteArray())
                    .body();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    long bytesOfWholeFiles() {
        return bytes;
    }

    @Override
    public String toString() {
        return "%d files announced, %d answered as taken, %d whole, %d bytes, %d met half-written"
                .formatted(announced.size(), taken.size(), whole.get(), bytes, half);
    }
}
