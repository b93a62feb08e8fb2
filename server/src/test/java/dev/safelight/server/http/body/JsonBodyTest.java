package dev.safelight.server.http.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safelight.server.http.problem.Refusal;

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

    @Test
    void more_values_than_memory_holds_are_refused() {
        assertThat(read("{\"a\":[" + "1,".repeat(100_000) + "1]}")).hasSizeGreaterThan(200_000);
        refused("{\"a\":[" + "{},".repeat(100_000) + "1]}", "more than 200000 values");
    }

    @Nested
    class AByteOrderMark {

        @Test
        void is_skipped_at_the_beginning() {
            assertThat(read("\ufeff{}")).isEqualTo("{}");
            assertThat(read("\ufeff{\"a\":\"ä\"}")).isEqualTo("{\"a\":\"ä\"}");
            assertThat(read("\ufeff \n{\"a\":1}")).isEqualTo("{\"a\":1}");
            assertThat(read("\ufeff")).isEqualTo("{}");
            assertThat(read("\ufeff\r\n")).isEqualTo("{}");
        }

        @Test
        void is_text_like_any_other_inside_of_a_string() {
            assertThat(read("\ufeff{\"a\":\"\ufeffb\"}")).isEqualTo("{\"a\":\"\ufeffb\"}");
        }

        @Test
        void does_not_shift_the_place_of_a_mistake() {
            refused("\ufeff{\"a\":}", "column 6");
        }
    }

    @Nested
    class ANumber {

        @Test
        void is_one_value_however_it_is_written() {
            for (var five : new String[] {"5", "5.0", "5e0", "0.5e1", "500e-2"})
                assertThat(read("{\"a\":" + five + "}")).isEqualTo("{\"a\":5}");
            for (var nothing : new String[] {"0", "-0", "0.0", "-0.0", "0e999999999"})
                assertThat(read("{\"a\":" + nothing + "}")).isEqualTo("{\"a\":0}");
        }

        @Test
        void is_as_exact_as_it_came() {
            assertThat(read("{\"a\":1.10}")).isEqualTo("{\"a\":1.1}");
            assertThat(read("{\"a\":1e20}")).isEqualTo("{\"a\":100000000000000000000}");
            assertThat(read("{\"a\":-9223372036854775808}"))
                    .isEqualTo("{\"a\":-9223372036854775808}");
            String near = "0." + "9".repeat(90);
            assertThat(read("{\"a\":" + near + "}")).isEqualTo("{\"a\":" + near + "}");
        }

        @Test
        void beyond_all_measure_fills_no_memory() {
            assertThat(read("{\"a\":1e999999999}")).contains("Infinity");
            refused("{\"a\":1e2147483648}", "beyond all measure");
            refused("{\"a\":-1e99999999999}", "beyond all measure");
        }
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
            refused("\ufeff\ufeff{}", "not valid JSON");
            refused(" \ufeff{}", "not valid JSON");
            refused("{}\ufeff", "not valid JSON");
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
