package dev.safelight.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.Limits;
import dev.safelight.app.live.LiveStore;
import dev.safelight.core.access.KeyText;
import dev.safelight.core.access.Mode;
import dev.safelight.core.access.NewKey;
import dev.safelight.core.access.Scope;
import dev.safelight.core.account.Actor;
import dev.safelight.core.id.Ids;
import dev.safelight.core.ledger.Credits;
import dev.safelight.server.http.Cors;
import dev.safelight.server.http.HttpPorts;
import dev.safelight.server.http.HttpServer;
import dev.safelight.server.http.HttpSettings;
import dev.safelight.server.http.face.Access;
import dev.safelight.server.http.face.Answer;
import dev.safelight.server.http.face.Call;
import dev.safelight.server.http.face.Conventions;
import dev.safelight.server.http.face.EventPiece;
import dev.safelight.server.http.face.Face;
import dev.safelight.server.http.face.Route;
import dev.safelight.server.http.face.ServerEvent;
import dev.safelight.testkit.time.VirtualTime;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** A stream without end, of pieces as long as they may be. */
@Timeout(60)
class SlowReaderTest {
    private static final String KEY = "a-key-for-the-tests-0001";
    private static final String REQUEST =
            "GET /endless HTTP/1.1\r\nHost: x\r\nConnection: close\r\nx-api-key: " + KEY
                    + "\r\n\r\n";

    /** What the sockets of both sides take before a write has to wait, and far more. */
    private static final int SOON_FULL = 500;

    @TempDir
    private Path folder;

    private final VirtualTime time = new VirtualTime(Instant.parse("2026-11-22T12:00:00Z"));
    private final AtomicInteger asked = new AtomicInteger();
    private LiveStore live;
    private HttpServer http;

    @BeforeEach
    void serve() throws IOException {
        live = new LiveStore(folder, time);
        live.store
                .accounts()
                .open(new NewKey(
                        "one",
                        Mode.LIVE,
                        new KeyText(KEY),
                        new Credits(10),
                        Limits.USUAL.firstKeys(),
                        EnumSet.of(Scope.READ, Scope.ADMIN)))
                .join();
        var ports = new HttpPorts(
                live.store.accounts(),
                live.assembly::answerWaiting,
                new Ids(time, new Random(2)),
                time,
                () -> CompletableFuture.completedFuture(true),
                List.of());
        var settings = new HttpSettings("127.0.0.1", 0, null, Cors.OFF, Limits.USUAL.http());
        http = new HttpServer(settings, ports, live.handlers);
        var route = Route.get("/endless", Access.READ, this::endless);
        http.start(List.of(new Face(List.of(), Conventions.PLAIN, List.of(route))));
    }

    @AfterEach
    void stop() {
        http.stop();
        live.close();
    }

    private Answer endless(Call call) {
        var reader = new Answer.Reader(call.who(), call.text());
        return new Answer.Stream(reader, List.of(), () -> {
            asked.incrementAndGet();
            var piece = new EventPiece();
            var event = new ServerEvent("1", "much", "x".repeat(1_000));
            while (piece.add(event)) {}
            return CompletableFuture.completedFuture(piece);
        });
    }

    private Socket open() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), http.port());
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write(REQUEST.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private void pass(Duration duration) {
        time.pass(duration);
        http.steps().forEach(step -> step.step(time.instant()));
    }

    private static void await(String what, BooleanSupplier fact) {
        long most = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!fact.getAsBoolean()) {
            if (System.nanoTime() > most) throw new AssertionError("never: " + what);
            Thread.onSpinWait();
        }
    }

    /** Until no piece is asked for any more: time stands still, so the sockets are full. */
    private int askedOnceFull() {
        int[] seen = {-1, 0};
        await("a write has to wait", () -> {
            int now = asked.get();
            seen[1] = now == seen[0] ? seen[1] + 1 : 0;
            seen[0] = now;
            return now > 0 && seen[1] > 2_000_000;
        });
        return seen[0];
    }

    @Test
    void who_reads_nothing_holds_what_the_sockets_take_and_is_cut() throws IOException {
        try (var _ = open()) {
            int full = askedOnceFull();
            assertThat(full).isLessThan(SOON_FULL);
            pass(Duration.ofSeconds(29));
            assertThat(http.openStreams()).isOne();
            pass(Duration.ofSeconds(2));
            await("it is cut", () -> http.openStreams() == 0);
            assertThat(asked.get()).isEqualTo(full);
        }
        await("its connection is closed", () -> http.connections() == 0);
    }

    @Test
    void who_reads_on_is_not_cut_however_long_it_takes() throws IOException {
        try (var socket = open()) {
            askedOnceFull();
            for (int turn = 0; turn < 5; turn++) {
                pass(Duration.ofSeconds(20));
                int before = asked.get();
                while (asked.get() == before) socket.getInputStream().readNBytes(1 << 20);
            }
            assertThat(http.openStreams()).isOne();
        }
    }

    @Test
    void its_key_that_dies_cuts_nothing_off_in_the_middle() throws IOException {
        try (var socket = open()) {
            await("it begins", () -> asked.get() > 0);
            var keys = live.store.keys();
            var who = live.store.accounts().find(new KeyText(KEY).digest(), time.instant());
            var actor = new Actor(who.orElseThrow(), "req");
            var own = keys.list(who.orElseThrow().account(), null, 1).join().entries();
            keys.revoke(actor, own.getFirst().handle()).join();
            var heard = new String(
                    socket.getInputStream().readNBytes(Integer.MAX_VALUE >> 4),
                    StandardCharsets.US_ASCII);
            assertThat(heard.endsWith("x\n\n")).as("whole events").isTrue();
        }
    }
}
