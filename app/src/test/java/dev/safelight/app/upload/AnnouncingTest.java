package dev.safelight.app.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.live.Client;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/** {@code POST /v1/files/upload}. */
class AnnouncingTest extends Receiving {
    private static final String CAT = "{\"displayName\":\"cat.png\"}";

    private HttpResponse<String> announcing(String json) {
        return client.call("POST", "/v1/files/upload", json);
    }

    private JsonNode bad(String json, String field) {
        var response = announcing(json);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        var problem = Client.json(response);
        assertThat(problem.get("code").asString()).isEqualTo("invalid_parameters");
        assertThat(problem.at("/errors/0/field").asString()).isEqualTo(field);
        return problem;
    }

    @Nested
    class AFile {
        @Test
        void has_an_id_and_an_address_and_nothing_else_is_answered() {
            var answer = announce(CAT);
            assertThat(answer.propertyNames()).containsExactlyInAnyOrder("fileId", "uploadUrl");
            String id = answer.get("fileId").asString();
            assertThat(id).matches("vg_file_[0-9A-Z]{26}");
            assertThat(address(answer).getPath())
                    .isEqualTo("/uploads/" + id.substring("vg_file_".length()));
        }

        @Test
        void may_be_announced_with_all_that_is_known_of_it_and_more() {
            var answer = announce("""
                    {"displayName": "talk.wav", "type": "AUDIO", "isTemporary": true,
                     "hideFromUi": true, "transcript": "hello", "colour": "red"}""");
            assertThat(put(address(answer), Bytes.wav(100)).statusCode()).isEqualTo(200);
        }

        @Test
        void may_be_announced_with_nulls_for_what_is_not_known() {
            announce("{\"displayName\":\"a\",\"type\":null,\"transcript\":null}");
        }
    }

    @Nested
    class WhatIsWrong {
        @Test
        void is_told_by_its_field() {
            bad("{}", "displayName");
            bad("{\"displayName\":\"\"}", "displayName");
            bad("{\"displayName\":7}", "displayName");
            bad("{\"displayName\":\"" + "a".repeat(256) + "\"}", "displayName");
            bad("{\"displayName\":\"a\\u0000b\"}", "displayName");
            bad("{\"displayName\":\"a\",\"isTemporary\":\"yes\"}", "isTemporary");
            bad("{\"displayName\":\"a\",\"type\":\"POEM\"}", "type");
            bad("{\"displayName\":\"a\",\"transcript\":5}", "transcript");
            String most = "a".repeat(20_000);
            announce("{\"displayName\":\"a\",\"transcript\":\"" + most + "\"}");
            bad("{\"displayName\":\"a\",\"transcript\":\"" + most + "a\"}", "transcript");
        }

        @Test
        void types_that_are_known_and_not_taken_are_refused_by_name() {
            for (var type : List.of("SLIDESHOW", "TEXT", "LOTTIE")) {
                var problem = bad("{\"displayName\":\"a\",\"type\":\"" + type + "\"}", "type");
                assertThat(problem.get("message").asString()).contains(type, "IMAGE");
            }
        }
    }

    @Nested
    class TwentyThatWait {
        @Test
        void are_as_many_as_an_account_may_have() {
            for (int n = 0; n < 20; n++) announce(CAT);
            var response = announcing(CAT);
            assertThat(response.statusCode()).isEqualTo(429);
            assertThat(Client.json(response).get("code").asString()).isEqualTo("rate_limited");
            assertThat(response.headers().firstValue("Retry-After")).isPresent();
            assertThat(server.stranger().call("POST", "/v1/files/upload", CAT).statusCode())
                    .isEqualTo(200);
        }

        @Test
        void make_room_when_one_has_come_or_all_have_had_their_time() {
            var first = announced();
            for (int n = 1; n < 20; n++) announce(CAT);
            put(first, Bytes.png(99));
            announce(CAT);
            assertThat(announcing(CAT).statusCode()).isEqualTo(429);
            server.pass(Duration.ofMinutes(15));
            announce(CAT);
        }
    }
}
