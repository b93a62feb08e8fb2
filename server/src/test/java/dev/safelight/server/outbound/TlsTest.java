package dev.safelight.server.outbound;

import static dev.safelight.server.outbound.Couriers.parcel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.webhook.Answered;
import dev.safelight.testkit.outbound.Conduct;
import dev.safelight.testkit.outbound.HostileWay;
import dev.safelight.testkit.outbound.Receiver;
import dev.safelight.testkit.outbound.Requests;
import dev.safelight.testkit.outbound.SelfMadeAuthority;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

class TlsTest {
    private static final String NAME = "hooks.example.com";

    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static SelfMadeAuthority authority;

    private final Queue<String> received = new ConcurrentLinkedQueue<>();

    @BeforeAll
    static void certify() throws IOException {
        authority = SelfMadeAuthority.in(folder);
    }

    private static HttpCourier courier() throws IOException {
        return Couriers.trusting(
                new TrustedIssuers(List.of(authority.certificate())),
                Couriers.LOOPBACK,
                new Names().with(NAME, "127.0.0.1"));
    }

    private Conduct telling() {
        return socket -> {
            var session = (ExtendedSSLSession) ((SSLSocket) socket).getSession();
            received.add("SNI " + session.getRequestedServerNames());
            received.add(Requests.next(socket.getInputStream()));
            socket.getOutputStream()
                    .write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
        };
    }

    private Answered sent(@Nullable SSLContext certificate, Conduct conduct) throws IOException {
        try (var receiver = Receiver.start(conduct, certificate);
                var courier = courier()) {
            return courier.send(parcel(receiver.url(NAME))).join();
        }
    }

    @Test
    void the_name_is_kept_for_the_certificate_and_the_host_though_the_address_was_chosen_before()
            throws IOException {
        assertThat(sent(authority.vouchedFor(NAME), telling()))
                .isInstanceOfSatisfying(
                        Answered.Status.class,
                        answered -> assertThat(answered.status()).isEqualTo(200));
        assertThat(received).hasSize(2);
        assertThat(received.poll()).contains("value=" + NAME);
        assertThat(received.poll()).contains("\r\nHost: " + NAME + ":");
    }

    @Test
    void a_certificate_that_is_not_good_for_the_name_gets_nothing() throws IOException {
        for (var bad : List.of(
                authority.vouchedFor("other.example.com"),
                authority.expired(NAME),
                authority.selfSigned(NAME)))
            assertThat(sent(bad, telling()))
                    .isInstanceOfSatisfying(
                            Answered.None.class,
                            none -> assertThat(none.why()).isEqualTo(Receipt.NONE));
        assertThat(received.stream().filter(request -> request.startsWith("POST")))
                .isEmpty();
    }

    @Test
    void whoever_speaks_no_tls_gets_nothing() throws IOException {
        for (var way : List.of(
                HostileWay.READS_NOTHING, HostileWay.CLOSES_AT_ONCE, HostileWay.RESETS_AT_ONCE))
            assertThat(sent(null, way)).isInstanceOf(Answered.None.class);
        Conduct plain = socket -> {
            socket.getOutputStream()
                    .write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            while (socket.getInputStream().read() >= 0) Thread.onSpinWait();
        };
        assertThat(sent(null, plain)).isInstanceOf(Answered.None.class);
    }

    @Test
    void a_flood_within_tls_ends_too() throws IOException {
        assertThat(sent(authority.vouchedFor(NAME), HostileWay.FLOOD_OF_103))
                .isInstanceOf(Answered.None.class);
    }

    /** Below it, where no answer has begun: warnings, which TLS reads over. */
    @Test
    void a_flood_of_warnings_ends_by_its_bytes_and_not_by_the_time() throws IOException {
        byte[] warning = {0x15, 3, 3, 0, 2, 1, 22};
        byte[] many = new byte[warning.length * 1_024];
        for (int i = 0; i < many.length; i++) many[i] = warning[i % warning.length];
        Conduct flood = socket -> {
            for (int i = 0; i < 1_024; i++) socket.getOutputStream().write(many);
            HostileWay.READS_NOTHING.go(socket);
        };
        assertThat(sent(null, flood))
                .isInstanceOfSatisfying(
                        Answered.None.class,
                        none -> assertThat(none.latency()).isLessThan(Couriers.SHORT.total()));
    }
}
