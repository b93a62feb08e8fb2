package dev.safelight.app.http;

import static dev.safelight.app.live.Wire.refused;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.live.LiveServer;
import dev.safelight.app.live.OverTheWire;
import dev.safelight.app.live.RawSocket;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;

class BadPathsTest extends OverTheWire {

    private static String request(String path) {
        return "POST " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + LiveServer.KEY
                + "\r\nContent-Type: application/json\r\nContent-Length: 2\r\n"
                + "Connection: close\r\n\r\n{}";
    }

    private RawSocket.Reply post(String path) {
        return wire.send(request(path));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "//api/v1/tools/list-tools/execute '//'",
                "/api/v1//tools/list-tools/execute '//'",
                "/api/v1/tools/list-tools/execute// '//'",
                "/api//v1//tools/list-tools/execute '//'",
                "///api/v1/tools/list-tools/execute '//'",
                "/api/v1/tools//execute?x=1 '//'",
                "/api/v1/%2e%2e/tools/list-tools/execute '.'",
                "/api%2Fv1/tools/list-tools/execute '%2F'",
                "/api/v1/tools/a%25b/execute '%25'",
                "/api/v1/tools/a%252Fb/execute '%25'"
            })
    void what_is_wrong_with_a_path_is_named(String path, String named) {
        var reply = post(path);
        assertThat(reply.status()).isBetween(400, 499);
        String words = reply.text().substring(reply.text().indexOf("\r\n\r\n"));
        assertThat(words).contains("path").contains(named);
        assertThat(words).doesNotContain("no well-formed HTTP/1.1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/tools/%zz/execute | '%'",
                "/api/v1/tools/a%/execute | '%'",
                "/api/v1/tools/a%4/execute | '%'",
                "/api/v1/tools/%u0041/execute | '%'",
                "/api/v1/tools/%C3/execute | UTF-8",
                "/api/v1/tools/%C3%28/execute | UTF-8",
                "/api/v1/tools/%FF%FE/execute | UTF-8",
                "/api/v1/tools/%ED%A0%80/execute | UTF-8",
                "/api/v1/tools/%00/execute | character",
                "/api/v1/tools/%0a/execute | character",
                "/api/v1/tools/%7f/execute | character",
                "/api/v1/tools\\list-tools\\execute | character",
                "/api/v1/tools/%5c/execute | character",
                "/api/v1/..;/tools/list-tools/execute | ';'",
                "/api/v1/.;x=1/tools/list-tools/execute | ';'",
                "/api/v1/tools/..;/list-tools/execute | ';'"
            })
    void an_odd_character_in_a_path_is_named(String path, String named) {
        var reply = post(path);
        refused(reply, 400, "invalid_request");
        assertThat(reply.problem().toString()).contains("path", named);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8, 9, 0x1b, 0x7f, 0x80, 0x85, 0xa0, 0xc3, 0xff})
    void a_raw_byte_in_a_path_is_the_callers_fault(int odd) {
        var path = "/api/v1/tools/a" + (char) odd + "b/execute";
        var reply = wire.send("", request(path).getBytes(StandardCharsets.ISO_8859_1));
        assertThat(reply.status()).isBetween(400, 499);
        assertThat(reply.problem().get("code").asString())
                .isIn("invalid_request", "route_not_found");
    }

    @Test
    void a_doubled_slash_below_a_dialect_is_refused_in_its_envelope() {
        var reply = post("/api/v1//tools/list-tools/execute");
        refused(reply, 400, "invalid_request");
        assertThat(reply.problem().get("statusCode").asInt()).isEqualTo(400);
    }

    @Test
    void a_doubled_slash_in_a_query_is_nobodys_business() {
        assertThat(post("/api/v1/tools/list-tools/execute?from=http://x//y").status())
                .isEqualTo(200);
    }
}
