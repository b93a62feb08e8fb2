package dev.safelight.app.http;

import static dev.safelight.app.http.Wire.refused;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadPathsTest extends OverTheWire {

    private RawSocket.Reply post(String path) {
        return wire.send(
                "POST " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + LiveServer.KEY
                        + "\r\nContent-Type: application/json\r\nContent-Length: 2\r\n"
                        + "Connection: close\r\n\r\n{}");
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
