package dev.safelight.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

class BadInputTest {
    private static final String SPEAK = "/api/v1/tools/generate-tts/execute";

    @TempDir
    Path folder;

    private LiveServer server;
    private Client client;

    @BeforeEach
    void start() throws IOException {
        server = new LiveServer(folder);
        client = server.client();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static String head(String path, String... headers) {
        return "POST " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + LiveServer.KEY
                + "\r\nConnection: close\r\n"
                + String.join("", List.of(headers).stream().map(h -> h + "\r\n").toList())
                + "\r\n";
    }

    private RawSocket.Reply send(String head, byte[] body) {
        try (var socket = new RawSocket(server)) {
            return socket.say(head).say(body).hear();
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    private RawSocket.Reply send(String text) {
        return send(text, new byte[0]);
    }

    private RawSocket.Reply body(byte[] body) {
        return send(
                head(SPEAK, "Content-Type: application/json", "Content-Length: " + body.length),
                body);
    }

    private RawSocket.Reply body(String body) {
        return body(body.getBytes(StandardCharsets.UTF_8));
    }

    private static void refused(RawSocket.Reply reply, int status, String code) {
        assertThat(reply.text()).startsWith("HTTP/1.1 " + status + " ");
        var problem = reply.problem();
        assertThat(problem.get("code").asString()).isEqualTo(code);
        assertThat(problem.get("charged").asBoolean()).isFalse();
        assertThat(reply.text())
                .doesNotContain("Exception")
                .doesNotContain("eclipse")
                .doesNotContain("\tat ")
                .doesNotContain("jackson");
    }

    @Nested
    class WhenABodyIsNotJson {

        @Test
        void text_that_breaks_off_is_refused_with_its_place() {
            var reply = body("{\"text\": \"hello");
            refused(reply, 400, "invalid_json");
            assertThat(reply.problem().get("message").asString()).contains("line 1");
            assertThat(reply.problem().get("statusCode").asInt()).isEqualTo(400);
        }

        @Test
        void a_key_that_comes_twice_is_refused() {
            var reply = body("{\"text\":\"a\",\"text\":\"b\"}");
            refused(reply, 400, "invalid_json");
            assertThat(reply.problem().get("message").asString()).contains("\"text\"");
        }

        @Test
        void a_depth_bomb_is_refused() {
            refused(body("{\"a\":" + "[".repeat(100_000)), 400, "invalid_json");
            refused(body("{\"a\":".repeat(65) + "1" + "}".repeat(65)), 400, "invalid_json");
        }

        @Test
        void bytes_that_are_no_utf_8_are_refused() {
            byte[] body = "{\"text\":\"??\"}".getBytes(StandardCharsets.US_ASCII);
            body[9] = (byte) 0xC0;
            body[10] = (byte) 0x80;
            refused(body(body), 400, "invalid_json");
        }

        @Test
        void other_encodings_are_not_guessed() {
            refused(
                    body("{\"text\":\"a\"}".getBytes(StandardCharsets.UTF_16)),
                    400,
                    "invalid_json");
        }

        @Test
        void nul_and_half_surrogates_are_refused_in_any_spelling() {
            refused(body("{\"text\":\"a\\u0000b\"}"), 400, "invalid_input");
            refused(body("{\"text\":\"a\\ud800b\"}"), 400, "invalid_input");
            refused(body("{\"te\\u0000xt\":\"ab\"}"), 400, "invalid_input");
            refused(body("{\"text\":\"a\u0000b\"}"), 400, "invalid_json");
        }

        @Test
        void what_is_no_object_or_more_than_one_is_refused() {
            refused(body("[1]"), 400, "invalid_json");
            refused(body("null"), 400, "invalid_json");
            refused(body("{} {}"), 400, "invalid_json");
            refused(body("{\"text\":NaN}"), 400, "invalid_json");
        }

        @Test
        void numbers_beyond_all_measure_are_refused() {
            refused(body("{\"text\":\"a\",\"speed\":1e999999}"), 400, "invalid_input");
            refused(
                    body("{\"text\":\"a\",\"speed\":" + "9".repeat(5000) + "}"),
                    400,
                    "invalid_json");
            refused(body("{\"text\":\"a\",\"priority\":1e400}"), 400, "invalid_input");
            refused(body("{\"text\":\"a\",\"priority\":5.5}"), 400, "invalid_input");
        }
    }

    @Nested
    class WhenABodyIsTooMuch {

        @Test
        void a_declared_length_over_a_mebibyte_is_refused_before_it_is_sent() {
            var reply =
                    send(head(SPEAK, "Content-Type: application/json", "Content-Length: 1048577"));
            refused(reply, 413, "payload_too_large");
        }

        @Test
        void chunks_over_a_mebibyte_are_refused() {
            String chunk = "10000\r\n" + " ".repeat(0x10000) + "\r\n";
            var reply = send(
                    head(SPEAK, "Content-Type: application/json", "Transfer-Encoding: chunked"),
                    chunk.repeat(17).getBytes(StandardCharsets.US_ASCII));
            refused(reply, 413, "payload_too_large");
        }

        @Test
        void a_mebibyte_exactly_is_read() {
            String body = "{\"text\":\"a\"}" + " ".repeat((1 << 20) - 12);
            assertThat(body(body).status()).isEqualTo(200);
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
            refused(send("\u0001\u0002 nonsense\r\n\r\n"), 400, "invalid_request");
            refused(send("GET\r\n\r\n"), 400, "invalid_request");
            refused(send("GET / HTTP/9.9\r\nHost: x\r\n\r\n"), 400, "invalid_request");
            refused(send("GET / HTTP/1.1\r\n\r\n"), 400, "invalid_request");
            refused(send("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"), 400, "invalid_request");
        }

        @Test
        void headers_over_8_kib_are_refused() {
            var reply = send(head(SPEAK, "X-Much: " + "a".repeat(9000)));
            refused(reply, 431, "headers_too_large");
        }

        @Test
        void an_address_over_8_kib_is_refused() {
            refused(send(head("/" + "a".repeat(9000))), 414, "uri_too_long");
        }

        @Test
        void chunks_that_are_none_are_refused() {
            var reply = send(
                    head(SPEAK, "Content-Type: application/json", "Transfer-Encoding: chunked"),
                    "zz\r\n{}\r\n".getBytes(StandardCharsets.US_ASCII));
            refused(reply, 400, "invalid_request");
        }

        @Test
        void two_lengths_or_a_length_beside_chunks_are_refused() {
            refused(
                    send(head(SPEAK, "Content-Length: 2", "Content-Length: 3")),
                    400,
                    "invalid_request");
            refused(send(head(SPEAK, "Content-Length: -2")), 400, "invalid_request");
            refused(
                    send(head(SPEAK, "Content-Length: 2", "Transfer-Encoding: chunked")),
                    400,
                    "invalid_request");
            refused(send(head(SPEAK, "Transfer-Encoding: gzip")), 400, "invalid_request");
        }

        @Test
        void paths_that_climb_or_hide_are_refused() {
            for (var path :
                    List.of("/../../etc/passwd", "/%2e%2e/x", "/a%00b", "/%zz", "//x", "/a;b/c"))
                assertThat(send("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                                .status())
                        .as(path)
                        .isIn(400, 404);
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
            var reply = send(head("/api/v1/nothing"));
            refused(reply, 404, "route_not_found");
            assertThat(reply.problem().get("statusCode").asInt()).isEqualTo(404);
        }

        @Test
        void an_unknown_path_elsewhere_answers_problem_json() {
            var reply = send(head("/nothing"));
            refused(reply, 404, "route_not_found");
            assertThat(reply.text()).contains("application/problem+json");
            assertThat(reply.problem().get("status").asInt()).isEqualTo(404);
        }

        @Test
        void a_wrong_method_is_told_the_right_one() {
            var reply =
                    send("DELETE " + SPEAK + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            refused(reply, 405, "method_not_allowed");
            assertThat(reply.text()).contains("Allow: POST");
            var odd = send("TRACE / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertThat(odd.status()).isIn(404, 405);
            var connect = send("CONNECT x:80 HTTP/1.1\r\nHost: x:80\r\nConnection: close\r\n\r\n");
            assertThat(connect.status()).isBetween(400, 499);
        }

        @Test
        void an_unknown_tool_is_told_the_nearest() {
            var response = client.execute("generate-tss", "{}");
            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(response.body()).contains("generate-tts");
        }
    }

    @Nested
    class WhenTheMediaTypeIsWrong {

        @Test
        void what_curl_sends_by_default_is_refused_with_what_to_do() {
            var reply = send(
                    head(
                            SPEAK,
                            "Content-Type: application/x-www-form-urlencoded",
                            "Content-Length: 2"),
                    "{}".getBytes(StandardCharsets.US_ASCII));
            refused(reply, 415, "unsupported_media_type");
            assertThat(reply.problem().get("message").asString())
                    .contains("Content-Type: application/json");
        }

        @Test
        void other_charsets_are_refused_and_json_suffixes_are_read() {
            assertThat(typed("application/json; charset=latin1")).isEqualTo(415);
            assertThat(typed("application/json;charset=UTF-8")).isEqualTo(200);
            assertThat(typed("application/vnd.x+json")).isEqualTo(200);
            assertThat(typed("text/json")).isEqualTo(415);
        }

        private int typed(String type) {
            return Client.send(client.request(SPEAK)
                            .header("Content-Type", type)
                            .POST(BodyPublishers.ofString("{\"text\":\"a\"}"))
                            .build())
                    .statusCode();
        }
    }

    @Nested
    class WhenAnInputBreaksItsSchema {

        @Test
        void the_nearest_field_is_named() {
            refusedFor("{\"txt\":\"a\"}", "text", "'text' is required.");
            refusedFor("{\"text\":\"a\",\"sped\":1}", "sped", "did you mean 'speed'?");
        }

        @Test
        void what_is_allowed_is_said() {
            refusedFor("{\"text\":7}", "text", "must be a string");
            refusedFor("{\"text\":\"\"}", "text", "at least 1");
            refusedFor("{\"text\":\"a\",\"format\":\"mp3\"}", "format", "wav, flac");
            refusedFor("{\"text\":\"a\",\"speed\":3}", "speed", "at most 2");
            refusedFor("{\"text\":\"a\",\"priority\":10}", "priority", "at most 9");
            refusedFor("{\"text\":\"a\",\"metadata\":{\"k\":1}}", "metadata.k", "must be a string");
            refusedFor("{\"text\":\"a\",\"metadata\":{\"\":\"v\"}}", "metadata", "");
            refusedFor("{\"text\":null}", "text", "not null");
        }

        private void refusedFor(String input, String field, String words) {
            var response = client.execute("generate-tts", input);
            assertThat(response.statusCode()).isEqualTo(400);
            var errors = Client.json(response).get("errors");
            assertThat(errors).anySatisfy(error -> {
                assertThat(error.get("field").asString()).isEqualTo(field);
                assertThat(error.get("message").asString()).contains(words);
            });
        }
    }

    @Nested
    class WhenTheKeyIsWrong {

        @Test
        void none_and_a_strange_one_are_told_apart() {
            var none = send("POST " + SPEAK + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            refused(none, 401, "missing_key");
            assertThat(none.text()).contains("WWW-Authenticate: Bearer");
            var strange = new Client(server.http.port(), "a-key-that-nobody-has-1");
            assertThat(strange.execute("list-tools", "{}").body()).contains("invalid_key");
            var basic = send(
                    "POST " + SPEAK
                            + " HTTP/1.1\r\nHost: x\r\nAuthorization: Basic eDp5\r\nConnection: close\r\n\r\n");
            refused(basic, 401, "invalid_key");
        }
    }

    @Test
    void nothing_of_all_this_costs_anything() {
        body("{\"text\":");
        body("{\"txt\":\"a\"}");
        assertThat(client.data("get-credit-balance", "{}").get("held").asInt()).isZero();
        assertThat(client.data("list-tasks", "{}").get("tasks")).isEmpty();
    }
}
