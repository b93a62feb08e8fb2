package dev.safelight.app.http;

import static dev.safelight.app.live.Wire.SPEAK;
import static dev.safelight.app.live.Wire.head;
import static dev.safelight.app.live.Wire.refused;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.live.Client;
import dev.safelight.app.live.OverTheWire;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;

class BadInputTest extends OverTheWire {
    @Nested
    class WhenABodyIsNotJson {

        @Test
        void text_that_breaks_off_is_refused_with_its_place() {
            var reply = wire.body("{\"text\": \"hello");
            refused(reply, 400, "invalid_json");
            assertThat(reply.problem().get("message").asString()).contains("line 1");
            assertThat(reply.problem().get("statusCode").asInt()).isEqualTo(400);
        }

        @Test
        void a_key_that_comes_twice_is_refused() {
            var reply = wire.body("{\"text\":\"a\",\"text\":\"b\"}");
            refused(reply, 400, "invalid_json");
            assertThat(reply.problem().get("message").asString()).contains("\"text\"");
        }

        @Test
        void a_depth_bomb_is_refused() {
            refused(wire.body("{\"a\":" + "[".repeat(100_000)), 400, "invalid_json");
            refused(wire.body("{\"a\":".repeat(65) + "1" + "}".repeat(65)), 400, "invalid_json");
        }

        @Test
        void bytes_that_are_no_utf_8_are_refused() {
            byte[] body = "{\"text\":\"??\"}".getBytes(StandardCharsets.US_ASCII);
            body[9] = (byte) 0xC0;
            body[10] = (byte) 0x80;
            refused(wire.body(body), 400, "invalid_json");
        }

        @Test
        void other_encodings_are_not_guessed() {
            refused(
                    wire.body("{\"text\":\"a\"}".getBytes(StandardCharsets.UTF_16)),
                    400,
                    "invalid_json");
        }

        @Test
        void nul_and_half_surrogates_are_refused_in_any_spelling() {
            refused(wire.body("{\"text\":\"a\\u0000b\"}"), 400, "invalid_input");
            refused(wire.body("{\"text\":\"a\\ud800b\"}"), 400, "invalid_input");
            refused(wire.body("{\"te\\u0000xt\":\"ab\"}"), 400, "invalid_input");
            refused(wire.body("{\"text\":\"a\u0000b\"}"), 400, "invalid_json");
        }

        @Test
        void what_is_no_object_or_more_than_one_is_refused() {
            refused(wire.body("[1]"), 400, "invalid_json");
            refused(wire.body("null"), 400, "invalid_json");
            refused(wire.body("{} {}"), 400, "invalid_json");
            refused(wire.body("{\"text\":NaN}"), 400, "invalid_json");
        }

        @Test
        void numbers_beyond_all_measure_are_refused() {
            refused(wire.body("{\"text\":\"a\",\"speed\":1e999999}"), 400, "invalid_input");
            refused(
                    wire.body("{\"text\":\"a\",\"speed\":" + "9".repeat(5000) + "}"),
                    400,
                    "invalid_json");
            refused(wire.body("{\"text\":\"a\",\"priority\":1e400}"), 400, "invalid_input");
            refused(wire.body("{\"text\":\"a\",\"priority\":5.5}"), 400, "invalid_input");
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
    class WhenTheMediaTypeIsWrong {

        @Test
        void what_curl_sends_by_default_is_refused_with_what_to_do() {
            var reply = wire.send(
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
    class WhenTheKeyIsWrong {

        @Test
        void none_and_a_strange_one_are_told_apart() {
            var none = wire.send(
                    "POST " + SPEAK + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            refused(none, 401, "missing_key");
            assertThat(none.text()).contains("WWW-Authenticate: Bearer");
            var strange = new Client(server.http.port(), "a-key-that-nobody-has-1");
            assertThat(strange.execute("list-tools", "{}").body()).contains("invalid_key");
            var basic = wire.send("POST " + SPEAK
                    + " HTTP/1.1\r\nHost: x\r\nAuthorization: Basic eDp5\r\n"
                    + "Connection: close\r\n\r\n");
            refused(basic, 401, "invalid_key");
        }
    }

    @Test
    void nothing_of_all_this_costs_anything() {
        wire.body("{\"text\":");
        wire.body("{\"txt\":\"a\"}");
        assertThat(client.data("get-credit-balance", "{}").get("held").asInt()).isZero();
        assertThat(client.data("list-tasks", "{}").get("tasks")).isEmpty();
    }
}
