package dev.safelight.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.Limits;
import dev.safelight.app.live.LiveServer;
import dev.safelight.app.live.RawSocket;
import dev.safelight.app.live.Wire;
import dev.safelight.core.access.KeyLimits;
import dev.safelight.core.tool.EngineName;
import dev.safelight.server.http.Cors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

class CorsTest {
    private static final String PAGE = "https://app.example.com";
    private static final String OTHER_PAGE = "http://localhost:5173";
    private static final String SPEAK = "/api/v1/tools/generate-tts/execute";
    private static final String KEY = "x-api-key: " + LiveServer.KEY;

    @TempDir
    private Path folder;

    private LiveServer server;

    @BeforeEach
    void start() throws IOException {
        server = new LiveServer(folder);
    }

    /** Instead of the one with the usual settings. */
    private void serve(String... origins) throws IOException {
        serve(Limits.USUAL.firstKeys(), origins);
    }

    private void serve(KeyLimits limits, String... origins) throws IOException {
        server.close();
        var own = Files.createDirectory(folder.resolve("own"));
        server = new LiveServer(own, Limits.USUAL.http(), limits, Cors.of(List.of(origins)));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String say(String request, String... headers) {
        return new Wire(server)
                .send(request + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                        + String.join(
                                "",
                                List.of(headers).stream().map(h -> h + "\r\n").toList())
                        + "\r\n")
                .text();
    }

    private String preflight(String path, String origin, String... headers) {
        var all = new String[headers.length + 2];
        all[0] = "Origin: " + origin;
        all[1] = "Access-Control-Request-Method: POST";
        System.arraycopy(headers, 0, all, 2, headers.length);
        return say("OPTIONS " + path, all);
    }

    private static List<String> header(String answer, String name) {
        return Pattern.compile("(?im)^" + name + ": (.*)$")
                .matcher(answer)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static void readableBy(String origin, String answer) {
        assertThat(header(answer, "Access-Control-Allow-Origin")).containsExactly(origin);
        assertThat(header(answer, "Access-Control-Allow-Credentials")).isEmpty();
    }

    private static void readableByNobody(String answer) {
        assertThat(answer).doesNotContainIgnoringCase("Access-Control-");
    }

    @Nested
    class WhenItIsOff {
        @Test
        void no_answer_names_an_origin_and_a_preflight_is_a_wrong_method() throws IOException {
            serve();
            var refused = preflight(SPEAK, PAGE);
            assertThat(refused).startsWith("HTTP/1.1 405 ");
            readableByNobody(refused);
            var answer = say("GET /livez", "Origin: " + PAGE);
            readableByNobody(answer);
            assertThat(header(answer, "Vary")).isEmpty();
        }
    }

    @Nested
    class WhenTwoPagesAreAllowed {
        @Test
        void each_may_ask_before_it_calls_with_headers_of_its_own() throws IOException {
            serve(PAGE, OTHER_PAGE);
            for (var origin : List.of(PAGE, OTHER_PAGE)) {
                var answer = preflight(
                        SPEAK,
                        origin,
                        "Access-Control-Request-Headers: authorization,content-type, x-sdk-lang");
                assertThat(answer).startsWith("HTTP/1.1 204 ");
                readableBy(origin, answer);
                assertThat(header(answer, "Access-Control-Allow-Methods").getFirst())
                        .contains("GET", "POST", "DELETE", "PATCH", "PUT");
                assertThat(header(answer, "Access-Control-Allow-Headers"))
                        .containsExactly("authorization,content-type, x-sdk-lang");
                assertThat(header(answer, "Access-Control-Max-Age")).containsExactly("600");
                assertThat(header(answer, "Vary")).containsExactly("Origin");
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {SPEAK, "/livez", "/nothing", "/api/v1/nothing", "/assets/a/b"})
        void a_preflight_passes_for_every_path_and_needs_no_key(String path) throws IOException {
            serve(PAGE);
            readableBy(PAGE, preflight(path, PAGE));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://app.example.com.evil.example",
                    "http://app.example.com",
                    "https://app.example.com:8443",
                    "https://APP.example.com",
                    "https://app.example.com/",
                    "https://sub.app.example.com",
                    "null",
                    "*",
                    ""
                })
        void another_is_refused_and_reads_nothing(String origin) throws IOException {
            serve(PAGE, OTHER_PAGE);
            var refused = preflight(SPEAK, origin);
            assertThat(refused).startsWith("HTTP/1.1 403 ").contains("origin_not_allowed");
            readableByNobody(refused);
            var answer = say("GET /livez", "Origin: " + origin);
            assertThat(answer).startsWith("HTTP/1.1 200 ");
            readableByNobody(answer);
            assertThat(header(answer, "Vary")).containsExactly("Origin");
        }

        @Test
        void an_answer_shows_pages_the_headers_that_they_need() throws IOException {
            serve(PAGE);
            var answer = say("POST /api/v1/tools/list-tools/execute", "Origin: " + PAGE, KEY);
            readableBy(PAGE, answer);
            assertThat(header(answer, "Access-Control-Expose-Headers")
                            .getFirst()
                            .split(", "))
                    .contains(
                            "x-request-id",
                            "Retry-After",
                            "RateLimit",
                            "RateLimit-Policy",
                            "X-RateLimit-Limit",
                            "X-RateLimit-Remaining",
                            "X-RateLimit-Reset",
                            "Idempotent-Replayed");
        }

        @Test
        void every_refusal_can_be_read() throws IOException {
            serve(new KeyLimits(8, 6_000, 3), PAGE);
            String origin = "Origin: " + PAGE;
            var list = "POST /api/v1/tools/list-tools/execute";
            var answers = List.of(
                    say(list, origin),
                    say(list, origin, "x-api-key: nobody-has-this-key"),
                    say(list, origin, KEY, "Content-Type: text/plain"),
                    say(list, origin, KEY, "Content-Length: 9999999"),
                    say("POST " + SPEAK, origin, KEY, "Content-Length: 0"),
                    say("DELETE " + SPEAK, origin, KEY),
                    say("OPTIONS " + SPEAK, origin),
                    say("GET /nothing", origin),
                    say(list, origin, KEY),
                    say(list, origin, KEY));
            assertThat(answers)
                    .extracting(answer -> answer.substring(9, 12))
                    .containsExactly(
                            "401", "401", "415", "413", "400", "405", "405", "404", "200", "429");
            assertThat(answers).allSatisfy(answer -> readableBy(PAGE, answer));
            assertThat(header(answers.getLast(), "Retry-After")).hasSize(1);
            readableBy("*", say("GET /assets/asset_1/x?exp=1&sig=1.x", origin));
        }

        @Test
        void a_held_answer_and_one_in_a_file_can_be_read() throws IOException {
            serve(PAGE);
            var client = server.client();
            String task = client.data("generate-tts", "{\"text\":\"a\"}")
                    .get("taskId")
                    .asString();
            var body = "{\"taskId\":\"" + task + "\"}";
            try (var socket = new RawSocket(server)) {
                socket.say(Wire.head(
                                "/api/v1/tools/wait-for-task/execute",
                                "Origin: " + PAGE,
                                "Content-Length: " + body.length()))
                        .say(body);
                server.await("a held answer", server.http::heldAnswers);
                server.pass(Duration.ofSeconds(16));
                readableBy(PAGE, socket.hearUntil("\r\n\r\n"));
            }
            var hand = server.hand();
            hand.finish(hand.take(EngineName.SPEECH), "audio/wav", "a.wav", new byte[9]);
            String asset = client.data("get-task-status", body)
                    .at("/output/assetIds/0")
                    .asString();
            String url = client.data("download-asset", "{\"assetId\":\"" + asset + "\"}")
                    .get("url")
                    .asString();
            String path = url.substring(url.indexOf("/assets"));
            readableBy("*", say("GET " + path, "Origin: " + PAGE));
        }

        @ParameterizedTest
        @ValueSource(strings = {"a,", "ab,", "a ,", "a\t,\t", "a                ,", "abcdefgh,"})
        void the_longest_list_of_headers_is_granted_or_left_out(String one) throws IOException {
            serve(PAGE);
            int most = (Limits.USUAL.http().headerBytes() - 400) / one.length();
            var list = one.repeat(most) + "z";
            var granted = preflight(SPEAK, PAGE, "Access-Control-Request-Headers: " + list);
            assertThat(granted).startsWith("HTTP/1.1 204 ");
            assertThat(header(granted, "Access-Control-Allow-Headers")).containsExactly(list);
            var broken = one.repeat(most) + "z z";
            var refused = preflight(SPEAK, PAGE, "Access-Control-Request-Headers: " + broken);
            assertThat(refused).startsWith("HTTP/1.1 204 ");
            assertThat(header(refused, "Access-Control-Allow-Headers")).isEmpty();
        }

        @Test
        void what_is_no_list_of_headers_is_not_repeated() throws IOException {
            serve(PAGE);
            for (var odd : List.of("a b", "a\"b", "a,,b", ",", "a:b", "(a)")) {
                var answer = preflight(SPEAK, PAGE, "Access-Control-Request-Headers: " + odd);
                assertThat(answer).startsWith("HTTP/1.1 204 ");
                assertThat(header(answer, "Access-Control-Allow-Headers")).isEmpty();
            }
        }
    }

    @Nested
    class WhenEveryPageIsAllowed {
        @Test
        void any_may_call_and_still_without_credentials() throws IOException {
            serve("*");
            readableBy("*", preflight(SPEAK, "https://anything.example"));
            var answer = say("GET /livez", "Origin: null");
            readableBy("*", answer);
            assertThat(header(answer, "Vary")).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "GET /livez HTTP/1.1\r\nHost: x\r\nX-Long: %s\r\n\r\n",
                    "GET /%s HTTP/1.1\r\nHost: x\r\n\r\n",
                    "GET /livez\r\n\r\n",
                    "GET /livez HTTP/1.1\r\nHost: x\r\nNo colon\r\n\r\n",
                    "GET /livez HTTP/1.1\r\n\r\n",
                    "GET /livez HTTP/9.9\r\nHost: x\r\n\r\n",
                    "POST /livez HTTP/1.1\r\nHost: x\r\nContent-Length: x\r\n\r\n",
                    "G\u0001T /livez HTTP/1.1\r\nHost: x\r\n\r\n"
                })
        void what_no_request_was_made_of_can_be_read_too(String request) throws IOException {
            serve("*");
            var refused =
                    new Wire(server).send(request.formatted("x".repeat(9_000))).text();
            assertThat(refused).startsWith("HTTP/1.1 4");
            readableBy("*", refused);
        }
    }
}
