package dev.safelight.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;

class JsonBodyTest {

    private static String read(String body) {
        return JsonBody.read(body.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static void refused(String body, String words) {
        assertThatThrownBy(() -> read(body))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(words);
    }

    @Test
    void an_object_is_read_and_nothing_is_an_empty_one() {
        assertThat(read("{\"a\":\"ä€😀\\ud83d\\ude00\"}")).isEqualTo("{\"a\":\"ä€😀😀\"}");
        assertThat(read("")).isEqualTo("{}");
        assertThat(read(" \n")).isEqualTo("{}");
    }

    @Test
    void sixty_four_levels_are_read_and_one_more_is_not() {
        assertThat(read("{\"a\":".repeat(64) + "1" + "}".repeat(64))).startsWith("{");
        refused("{\"a\":".repeat(65) + "1" + "}".repeat(65), "deeper than 64");
    }

    @Nested
    class WhatIsAmbiguous {

        @Test
        void is_refused() {
            refused("{\"a\":1,\"a\":2}", "Duplicate");
            refused("{\"a\":1,}", "not valid JSON");
            refused("{'a':1}", "not valid JSON");
            refused("{\"a\":1} x", "not valid JSON");
            refused("/* c */ {}", "not valid JSON");
            refused("\ufeff{}", "not valid JSON");
            refused("[]", "must be a JSON object");
            refused("\"a\"", "must be a JSON object");
        }

        @Test
        void overlong_and_surrogate_bytes_are_no_utf_8() {
            for (byte[] bytes : new byte[][] {
                {'{', '"', (byte) 0xC0, (byte) 0x80, '"', ':', '1', '}'},
                {'{', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', ':', '1', '}'},
                {'{', '"', (byte) 0xFF, '"', ':', '1', '}'},
                {(byte) 0xE2, (byte) 0x82}
            }) assertThatThrownBy(() -> JsonBody.read(bytes)).hasMessageContaining("UTF-8");
        }

        @Test
        void text_that_cannot_be_kept_is_refused_with_its_place() {
            refused("{\"a\":{\"b\":[\"\\u0000\"]}}", "'a' contains U+0000");
            refused("{\"a\":\"\\udc00\\ud800\"}", "half of a surrogate pair");
        }
    }
}
