package dev.safelight.app.http;

import static dev.safelight.app.live.Wire.SPEAK;
import static dev.safelight.app.live.Wire.head;
import static dev.safelight.app.live.Wire.refused;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.live.OverTheWire;
import dev.safelight.app.live.RawSocket;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

class HostileHttpTest extends OverTheWire {
    @Nested
    class WhenAThousandAreSlow {

        @Test
        void a_fresh_one_passes_them_by() throws IOException {
            var slow = new ArrayList<RawSocket>();
            for (int n = 0; n < 500; n++) {
                slow.add(new RawSocket(server).say("POST " + SPEAK + " HTTP/1.1\r\nHost: x\r\n"));
                slow.add(new RawSocket(server)
                        .say(head(SPEAK, "Content-Type: application/json", "Content-Length: 100"))
                        .say("{"));
            }
            server.awaitAtLeast(500, server.http::slowBodies);
            assertThat(client.execute("list-voices", "{}").statusCode()).isEqualTo(200);
            for (var socket : slow) socket.close();
        }
    }

    @Nested
    class WhenABodyIsTooMuch {

        @Test
        void a_declared_length_over_a_mebibyte_is_refused_before_it_is_sent() {
            var reply = wire.send(
                    head(SPEAK, "Content-Type: application/json", "Content-Length: 1048577"));
            refused(reply, 413, "payload_too_large");
        }

        @Test
        void chunks_over_a_mebibyte_are_refused() {
            String chunk = "10000\r\n" + " ".repeat(0x10000) + "\r\n";
            var reply = wire.send(
                    head(SPEAK, "Content-Type: application/json", "Transfer-Encoding: chunked"),
                    chunk.repeat(17).getBytes(StandardCharsets.US_ASCII));
            refused(reply, 413, "payload_too_large");
        }

        @Test
        void a_mebibyte_exactly_is_read() {
            String body = "{\"text\":\"a\"}" + " ".repeat((1 << 20) - 12);
            assertThat(wire.body(body).status()).isEqualTo(200);
        }

        @Test
        void a_body_that_drips_is_cut_off() throws IOException {
            try (var socket = new RawSocket(server)) {
                socket.say(head(SPEAK, "Content-Type: application/json", "Content-Length: 100"));
                socket.say("{\"text\":");
                server.await("a slow body", server.http::slowBodies);
                server.pass(Duration.ofSeconds(21));
                refused(socket.hear(), 408, "request_timeout");
            }
        }
    }

    @Nested
    class WhenItIsHardlyHttp {

        @Test
        void a_request_line_of_nonsense_is_refused() {
            refused(wire.send("\u0001\u0002 nonsense\r\n\r\n"), 400, "invalid_request");
            refused(wire.send("GET\r\n\r\n"), 400, "invalid_request");
            refused(wire.send("GET / HTTP/9.9\r\nHost: x\r\n\r\n"), 400, "invalid_request");
            refused(wire.send("GET / HTTP/1.1\r\n\r\n"), 400, "invalid_request");
            refused(wire.send("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"), 400, "invalid_request");
        }

        @Test
        void headers_over_8_kib_are_refused() {
            var reply = wire.send(head(SPEAK, "X-Much: " + "a".repeat(9000)));
            refused(reply, 431, "headers_too_large");
        }

        @Test
        void an_address_over_8_kib_is_refused() {
            refused(wire.send(head("/" + "a".repeat(9000))), 414, "uri_too_long");
        }

        @Test
        void chunks_that_are_none_are_refused() {
            var reply = wire.send(
                    head(SPEAK, "Content-Type: application/json", "Transfer-Encoding: chunked"),
                    "zz\r\n{}\r\n".getBytes(StandardCharsets.US_ASCII));
            refused(reply, 400, "invalid_request");
        }

        @Test
        void two_lengths_or_a_length_beside_chunks_are_refused() {
            refused(
                    wire.send(head(SPEAK, "Content-Length: 2", "Content-Length: 3")),
                    400,
                    "invalid_request");
            refused(wire.send(head(SPEAK, "Content-Length: -2")), 400, "invalid_request");
            refused(
                    wire.send(head(SPEAK, "Content-Length: 2", "Transfer-Encoding: chunked")),
                    400,
                    "invalid_request");
            refused(wire.send(head(SPEAK, "Transfer-Encoding: gzip")), 400, "invalid_request");
        }

        @Test
        void paths_that_climb_or_hide_are_refused() {
            for (var path :
                    List.of("/../../etc/passwd", "/%2e%2e/x", "/a%00b", "/%zz", "//x", "/a;b/c"))
                assertThat(wire.send("GET " + path
                                        + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                                .status())
                        .as(path)
                        .isIn(400, 404);
        }

        @Test
        void a_query_that_is_no_text_is_refused() {
            var path = "/assets/asset_01KB0000000000000000000000/x?exp=%zz&sig=%ff";
            var reply =
                    wire.send("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertThat(reply.status()).isIn(400, 403);
        }

        @Test
        void a_compressed_body_is_refused() {
            var reply = wire.send(head(SPEAK, "Content-Encoding: gzip", "Content-Length: 2"));
            refused(reply, 415, "unsupported_media_type");
        }

        @Test
        void a_header_that_never_ends_is_hung_up_on() throws IOException {
            try (var socket = new RawSocket(server)) {
                socket.say("POST " + SPEAK + " HTTP/1.1\r\nHost:");
                server.await("a connection", server.http::connections);
                for (int seconds = 0; seconds < 62; seconds++) server.pass(Duration.ofSeconds(1));
                assertThat(socket.hear().status()).isIn(0, 408);
            }
        }
    }

    @Nested
    class WhenTheAddressOrMethodIsWrong {

        @Test
        void an_unknown_path_below_a_dialect_answers_in_its_envelope() {
            var reply = wire.send(head("/api/v1/nothing"));
            refused(reply, 404, "route_not_found");
            assertThat(reply.problem().get("statusCode").asInt()).isEqualTo(404);
        }

        @Test
        void an_unknown_path_elsewhere_answers_problem_json() {
            var reply = wire.send(head("/nothing"));
            refused(reply, 404, "route_not_found");
            assertThat(reply.text()).contains("application/problem+json");
            assertThat(reply.problem().get("status").asInt()).isEqualTo(404);
        }

        @Test
        void a_wrong_method_is_told_the_right_one() {
            var reply = wire.send(
                    "DELETE " + SPEAK + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            refused(reply, 405, "method_not_allowed");
            assertThat(reply.text()).contains("Allow: POST");
            var odd = wire.send("TRACE / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertThat(odd.status()).isIn(404, 405);
            var connect =
                    wire.send("CONNECT x:80 HTTP/1.1\r\nHost: x:80\r\nConnection: close\r\n\r\n");
            assertThat(connect.status()).isBetween(400, 499);
        }

        @Test
        void an_unknown_tool_is_told_the_nearest() {
            var response = client.execute("generate-tss", "{}");
            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(response.body()).contains("generate-tts");
        }
    }
}
