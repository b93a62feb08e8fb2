package dev.safelight.server.outbound;

import static dev.safelight.server.outbound.Couriers.LOOPBACK;
import static dev.safelight.server.outbound.Couriers.SHORT;
import static dev.safelight.server.outbound.Couriers.parcel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.webhook.Answered;
import dev.safelight.testkit.outbound.Conduct;
import dev.safelight.testkit.outbound.HostileWay;
import dev.safelight.testkit.outbound.Receiver;
import dev.safelight.testkit.outbound.Requests;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

class HostileReceiversTest {
    /** For a machine on which much else is under way. */
    private static final Duration SLACK = Duration.ofSeconds(4);

    private static final int HOSTILE = 100;
    private static final int PARCELS = Boolean.getBoolean("safelight.full") ? 5_000 : 500;

    private static final Conduct GOOD = socket -> {
        while (true) {
            Requests.next(socket.getInputStream());
            socket.getOutputStream()
                    .write("HTTP/1.1 204 No Content\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }
    };

    @ParameterizedTest
    @EnumSource
    void each_way_to_harm_ends_in_time_and_leaves_no_connection(HostileWay way) {
        try (var courier = Couriers.allowing(LOOPBACK, new Names());
                var receiver = Receiver.start(way)) {
            var answered = courier.send(parcel(receiver.url()))
                    .orTimeout(SHORT.total().plus(SLACK).toMillis(), TimeUnit.MILLISECONDS)
                    .join();
            assertThat(answered.latency()).isLessThan(SHORT.total().plus(SLACK));
            assertThat(courier.inFlight()).isZero();
            if (answered instanceof Answered.Status status)
                assertThat(status.status()).isEqualTo(200);
        }
    }

    @Test
    void a_name_that_is_never_resolved_ends_in_time_and_stands_in_nobodys_way() {
        NameResolver silent = name -> new CompletableFuture<>();
        try (var courier = Couriers.allowing(LOOPBACK, silent);
                var good = Receiver.start(GOOD)) {
            var hanging = IntStream.range(0, 100)
                    .mapToObj(at -> courier.send(parcel("https://n" + at + ".example.com/")))
                    .toList();
            assertThat(courier.send(parcel(good.url())).join())
                    .matches(HostileReceiversTest::isTaken);
            assertThat(hanging)
                    .allSatisfy(sent -> assertThat(
                                    sent.orTimeout(8, TimeUnit.SECONDS).join())
                            .isInstanceOf(Answered.None.class));
        }
    }

    /** Its line is full, so that the system lets nobody in: connecting itself hangs. */
    @Test
    void a_receiver_that_lets_nobody_in_ends_in_time() throws IOException {
        var loopback = InetAddress.ofLiteral("127.0.0.1");
        try (var courier = Couriers.allowing(LOOPBACK, new Names());
                var full = new ServerSocket(0, 1, loopback);
                var first = new Socket(loopback, full.getLocalPort());
                var second = new Socket(loopback, full.getLocalPort())) {
            assertThat(first.isConnected() && second.isConnected()).isTrue();
            var sent = courier.send(parcel("http://127.0.0.1:" + full.getLocalPort() + "/"));
            assertThat(sent.orTimeout(8, TimeUnit.SECONDS).join())
                    .isInstanceOf(Answered.None.class);
        }
    }

    /** Several of each way; good receivers must not notice. */
    @Test
    void a_hundred_at_once_delay_the_good_ones_by_at_most_a_second() {
        var receivers = new ArrayList<Receiver>();
        try (var courier = Couriers.allowing(LOOPBACK, new Names());
                var good = Receiver.start(GOOD)) {
            var alone = p99(courier, good);
            var ways = HostileWay.values();
            for (int at = 0; at < HOSTILE; at++)
                receivers.add(Receiver.start(ways[at % ways.length]));
            var hostile = receivers.stream()
                    .map(receiver -> courier.send(parcel(receiver.url())))
                    .toArray(CompletableFuture[]::new);
            assertThat(p99(courier, good).minus(alone)).isLessThan(Duration.ofSeconds(1));
            CompletableFuture.allOf(hostile)
                    .orTimeout(SHORT.total().plus(SLACK).toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } finally {
            receivers.forEach(Receiver::close);
        }
    }

    /** Of parcels to a good receiver, one after the other, all of which it takes. */
    private static Duration p99(HttpCourier courier, Receiver good) {
        var answers = IntStream.range(0, PARCELS)
                .mapToObj(one -> courier.send(parcel(good.url())).join())
                .toList();
        assertThat(answers).allMatch(HostileReceiversTest::isTaken);
        return answers.stream().map(Answered::latency).sorted().toList().get(PARCELS * 99 / 100);
    }

    private static boolean isTaken(Answered answered) {
        return answered instanceof Answered.Status status && status.status() == 204;
    }
}
