package dev.safelight.server.outbound;

import static dev.safelight.server.outbound.Couriers.LOOPBACK;
import static dev.safelight.server.outbound.Couriers.parcel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.webhook.Answered;
import dev.safelight.core.webhook.Parcel;
import dev.safelight.testkit.outbound.Canary;
import dev.safelight.testkit.outbound.Conduct;
import dev.safelight.testkit.outbound.ForbiddenUrls;
import dev.safelight.testkit.outbound.Receiver;
import dev.safelight.testkit.outbound.Requests;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.AbstractList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

class HttpCourierTest {
    private final Names names = new Names();
    private final HttpCourier courier = Couriers.allowing(LOOPBACK, names);
    private final Queue<String> received = new ConcurrentLinkedQueue<>();

    @AfterEach
    void close() {
        courier.close();
    }

    /** Answers each request of a connection with the same. */
    private Conduct answering(String answer) {
        return socket -> {
            while (true) {
                received.add(Requests.next(socket.getInputStream()));
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
            }
        };
    }

    private static Answered.Status status(HttpCourier courier, String url) {
        assertThat(courier.send(parcel(url)).join()).isInstanceOf(Answered.Status.class);
        return (Answered.Status) courier.send(parcel(url)).join();
    }

    @Nested
    class AParcel {
        @Test
        void arrives_as_it_is_with_nothing_that_it_did_not_ask_for() {
            try (var receiver = Receiver.start(
                    answering("HTTP/1.1 204 No Content\r\nSet-Cookie: a=b\r\n\r\n"))) {
                assertThat(status(courier, receiver.url()).status()).isEqualTo(204);
                assertThat(received)
                        .hasSize(2)
                        .allSatisfy(request -> assertThat(request)
                                .startsWith("POST /hook HTTP/1.1\r\n")
                                .contains("Host: 127.0.0.1:" + receiver.port() + "\r\n")
                                .contains("webhook-id: msg_1\r\n")
                                .contains("Content-Type: application/json\r\n")
                                .contains("User-Agent: Safelight/test\r\n")
                                .endsWith("{\"text\":\"h\u00e9\"}")
                                .doesNotContainIgnoringCase("accept-encoding")
                                .doesNotContainIgnoringCase("cookie"));
            }
        }

        @Test
        void shares_a_connection_with_the_one_before() {
            try (var receiver =
                    Receiver.start(answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"))) {
                for (int sent = 0; sent < 5; sent++) status(courier, receiver.url());
                assertThat(receiver.accepted()).isEqualTo(1);
            }
        }

        @Test
        void that_cannot_be_written_takes_nobodys_place() {
            try (var receiver =
                    Receiver.start(answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"))) {
                var whole = parcel(receiver.url());
                var headers = new AbstractList<Parcel.Header>() {
                    @Override
                    public Parcel.Header get(int index) {
                        throw new IllegalStateException("no header");
                    }

                    @Override
                    public int size() {
                        return 1;
                    }
                };
                var broken = new Parcel(whole.url(), headers, whole.body());
                assertThat(courier.send(broken).join()).isInstanceOf(Answered.None.class);
                assertThat(courier.inFlight()).isZero();
            }
        }

        @Test
        void is_not_sent_where_too_many_are_on_their_way() {
            var none = new CourierLimits(
                    Duration.ofSeconds(4), Duration.ofSeconds(1), Duration.ofSeconds(1), 1, 0, 0);
            try (var canary = Canary.listening();
                    var busy = new HttpCourier(
                            new CheckedAddresses(AddressRules.allowing(LOOPBACK), names),
                            none,
                            "Safelight/test",
                            TrustedIssuers.ofTheJvm(),
                            Clock.systemUTC())) {
                var answered =
                        busy.send(parcel("http://127.0.0.1:" + canary.port())).join();
                assertThat(answered).isInstanceOf(Answered.None.class);
                assertThat(canary.heard()).isZero();
            }
        }
    }

    @Nested
    class AnAnswer {
        private Answered.Status answered(String answer) {
            try (var receiver = Receiver.start(answering(answer))) {
                return status(courier, receiver.url());
            }
        }

        @ParameterizedTest
        @CsvSource({"200", "202", "302", "401", "407", "410", "429", "500", "503"})
        void is_told_by_its_status_whatever_it_is(int status) {
            var headers = "\r\nLocation: http://127.0.0.1:1/\r\nWWW-Authenticate: Basic realm=x"
                    + "\r\nProxy-Authenticate: Basic realm=x\r\nContent-Length: 0\r\n\r\n";
            assertThat(answered("HTTP/1.1 " + status + " So" + headers).status())
                    .isEqualTo(status);
            assertThat(received).hasSize(2);
        }

        @Test
        void may_say_how_long_to_wait_in_seconds_or_by_its_own_clock() {
            var busy = "HTTP/1.1 429 Busy\r\nContent-Length: 0\r\n";
            assertThat(answered(busy + "Retry-After: 120\r\n\r\n").retryAfter()).hasSeconds(120);
            assertThat(answered(busy + "Date: Mon, 30 Nov 2026 12:00:00 GMT\r\n"
                                    + "Retry-After: Mon, 30 Nov 2026 12:05:00 GMT\r\n\r\n")
                            .retryAfter())
                    .hasMinutes(5);
            assertThat(answered(busy + "Retry-After: soon\r\n\r\n").retryAfter())
                    .isNull();
            assertThat(answered(busy + "\r\n").retryAfter()).isNull();
        }

        @Test
        void of_a_listed_address_is_not_shown() {
            assertThat(answered("HTTP/1.1 500 No\r\nContent-Length: 6\r\n\r\nsecret")
                            .head())
                    .isEmpty();
        }

        @Test
        void may_come_behind_one_that_says_go_on() {
            var answer = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 201 Made\r\n"
                    + "Content-Length: 0\r\n\r\n";
            assertThat(answered(answer).status()).isEqualTo(201);
        }
    }

    @Nested
    class AnAddressThatNobodyMayName {
        private final HttpCourier strict = Couriers.allowing("", names);

        @AfterEach
        void close() {
            strict.close();
        }

        @Test
        void is_connected_to_in_no_spelling() {
            try (var canary = Canary.listening()) {
                canary.disturb();
                assertThat(canary.heard()).isEqualTo(1);
                var urls = ForbiddenUrls.leadingTo(canary.port());
                var answers = urls.stream().map(url -> strict.send(parcel(url))).toList();
                assertThat(answers)
                        .allSatisfy(answer ->
                                assertThat(answer.join()).isInstanceOf(Answered.None.class));
                assertThat(canary.heard()).isEqualTo(1);
                assertThat(strict.inFlight()).isZero();
            }
        }

        @Test
        void reads_the_same_whether_a_port_is_open_or_not_or_the_name_unknown() {
            try (var canary = Canary.listening()) {
                var urls = List.of(
                        "https://127.0.0.1:" + canary.port() + "/",
                        "https://127.0.0.1:1/",
                        "https://nowhere.example.com/",
                        "https://localhost:" + canary.port() + "/");
                assertThat(urls)
                        .allSatisfy(url -> assertThat(why(strict, url)).isEqualTo(Receipt.NONE));
                assertThat(why(courier, "http://127.0.0.1:1/")).isEqualTo(Receipt.NONE);
                assertThat(canary.heard()).isZero();
            }
        }

        private static String why(HttpCourier courier, String url) {
            return ((Answered.None) courier.send(parcel(url)).join()).why();
        }
    }

    /** A name server that says something else each time: 127.0.0.2 is listed, 127.0.0.1 is not. */
    @Test
    void a_name_that_changes_where_it_leads_reaches_nothing_that_was_not_checked() {
        var flips = new AtomicInteger();
        NameResolver flipping =
                name -> CompletableFuture.completedFuture(List.of(InetAddress.ofLiteral(
                        flips.getAndIncrement() % 2 == 0 ? "127.0.0.2" : "127.0.0.1")));
        try (var canary = Canary.listening();
                var rebound = Couriers.allowing("127.0.0.2", flipping)) {
            var check = new NamedUrls(
                    new CheckedAddresses(AddressRules.allowing("127.0.0.2"), flipping));
            for (int flip = 0; flip < 200; flip++) {
                var url = "http://n" + flip + ".example.com:" + canary.port() + "/";
                check.require("url", url).handle((kept, refused) -> kept).join();
                assertThat(rebound.send(parcel(url)).join()).isInstanceOf(Answered.None.class);
                if (flip % 3 == 0) flips.incrementAndGet();
            }
            assertThat(flips.get()).isGreaterThanOrEqualTo(400);
            assertThat(canary.heard()).isZero();
        }
    }

    @Test
    void one_refused_answer_among_good_ones_refuses_the_name() {
        try (var canary = Canary.listening();
                var strict = Couriers.allowing("127.0.0.2", names)) {
            names.with("half.example.com", "127.0.0.2", "127.0.0.1");
            names.with("other.example.com", "127.0.0.1", "127.0.0.2");
            for (var name : List.of("half", "other")) {
                var url = "http://" + name + ".example.com:" + canary.port() + "/";
                assertThat(strict.send(parcel(url)).join()).isInstanceOf(Answered.None.class);
            }
            assertThat(canary.heard()).isZero();
        }
    }
}
