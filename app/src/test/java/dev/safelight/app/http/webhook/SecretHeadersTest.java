package dev.safelight.app.http.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.Logged;
import dev.safelight.app.live.LiveServer;
import dev.safelight.app.live.OverTheWire;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretHeadersTest extends OverTheWire {
    private static final String SECRET = "SECRET-of-a-caller-0001";

    private String ask(String... headers) {
        return wire.send("POST /api/v1/tools/list-voices/execute HTTP/1.1\r\n"
                        + String.join("\r\n", headers)
                        + "\r\nConnection: close\r\n\r\n")
                .text();
    }

    @Nested
    class AKeyInAHeader {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Authorization: Bearer   " + LiveServer.KEY,
                    "Authorization: bearer " + LiveServer.KEY + " \t ",
                    "Authorization: Bearer\t" + LiveServer.KEY,
                    "x-api-key: \t" + LiveServer.KEY + " ",
                    "x-api-key: " + LiveServer.KEY + "\u00A0",
                    "Authorization: Bearer \uFEFF" + LiveServer.KEY,
                    "Authorization: Bearer " + LiveServer.KEY + "\u200B"
                })
        void is_read_without_what_surrounds_it(String header) {
            assertThat(ask("Host: x", header)).startsWith("HTTP/1.1 200 ");
        }

        @ParameterizedTest
        @ValueSource(strings = {"a b", "ü", "a,b", "a;b c", "\"quoted key that is long\""})
        void is_refused_in_words_that_do_not_repeat_it(String end) {
            try (var logged = new Logged()) {
                assertThat(ask("Host: x", "Authorization: Bearer " + SECRET + end))
                        .startsWith("HTTP/1.1 401 ")
                        .contains("invalid_key")
                        .doesNotContain("SECRET");
                assertThat(logged.lines()).noneMatch(line -> line.contains("SECRET"));
            }
        }
    }

    @Nested
    class WhatAHeaderSays {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Authorization: Bearer " + SECRET + "\r",
                    "Authorization: Bearer a\u0000" + SECRET,
                    "Authorization: Basic " + SECRET,
                    "Authorization : Bearer " + SECRET,
                    "Authorization Bearer " + SECRET,
                    "x-api-key: a\r\n folded " + SECRET,
                    "Cookie: \u0001" + SECRET,
                    "Content-Length: " + SECRET,
                    "Transfer-Encoding: " + SECRET,
                    "Content-Type: " + SECRET,
                    "Content-Encoding: " + SECRET,
                    "Expect: " + SECRET,
                    "Host: " + SECRET,
                    "x-request-id: sl_live_" + SECRET,
                    "x-request-id: " + SECRET + "\r\nx-api-key: " + SECRET,
                    "Idempotency-Key: \u00fc" + SECRET
                })
        void is_in_no_log_and_no_answer(String header) {
            try (var logged = new Logged()) {
                assertThat(ask("Host: x", header)).doesNotContain("SECRET");
                assertThat(logged.lines()).noneMatch(line -> line.contains("SECRET"));
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    SECRET + " b",
                    SECRET + ":99999999",
                    "[" + SECRET,
                    SECRET + ":x",
                    SECRET + "/..",
                    "me@" + SECRET,
                    "{" + SECRET + "}",
                    SECRET + "%",
                    "ü" + SECRET
                })
        void is_counted_and_not_logged_when_it_is_a_bad_host(String host) {
            try (var logged = new Logged()) {
                assertThat(ask("Host: " + host)).startsWith("HTTP/1.1 400 ");
                assertThat(logged.lines()).isEmpty();
            }
            assertThat(wire.send("GET /metrics HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                            .text())
                    .contains("safelight_http_malformed_total{part=\"host\"} 1.0");
        }
    }
}
