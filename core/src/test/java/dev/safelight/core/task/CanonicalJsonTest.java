package dev.safelight.core.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.json.JsonMapper;

class CanonicalJsonTest {
    private static String canonical(String json) {
        return CanonicalJson.of(JsonMapper.shared().readTree(json));
    }

    @Test
    void the_order_of_keys_and_white_space_do_not_show() {
        assertThat(canonical("{\"a\":1, \"b\":{\"x\":[1,2], \"y\":null}}"))
                .isEqualTo(canonical("{ \"b\" : {\"y\":null,\"x\":[1,2]},\"a\":1}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"\\\"\"", "\"\\\\\"", "\"\\n\"", "\"\\\"\\\"\"", "\" \"", "\"a\"", "\"\""})
    void a_text_is_written_as_json_writes_it(String json) {
        assertThat(canonical(json)).isEqualTo(json);
    }

    @Test
    void the_order_of_elements_and_every_value_do_show() {
        assertThat(canonical("[1,2]")).isNotEqualTo(canonical("[2,1]"));
        assertThat(canonical("{\"a\":\"1\"}")).isNotEqualTo(canonical("{\"a\":1}"));
        assertThat(canonical("{\"a\":null}")).isNotEqualTo(canonical("{}"));
        assertThat(canonical("[[1],2]")).isNotEqualTo(canonical("[[1,2]]"));
    }

    @Test
    void a_key_cannot_pass_for_two() {
        assertThat(canonical("{\"a\":1,\"b\":2}")).isNotEqualTo(canonical("{\"a=1,b\":2}"));
        assertThat(canonical("{\"a=1\":2}")).isNotEqualTo(canonical("{\"a\":12}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"cat\"", "\"\"", "\"a \\\"cat\\\"\"", "\"C:\\\\x\"", "\"two\\nlines\"",
                "\"\\u0001\"", "\"žluť 猫 😀\"", "true", "false", "null"
            })
    void a_scalar_is_written_as_json_writes_it(String json) {
        assertThat(canonical(json)).isEqualTo(JsonMapper.shared().readTree(json).toString());
    }

    @Test
    void a_number_is_its_value_however_it_is_spelt() {
        assertThat(canonical("[1, 100, 0.5, 0]")).isEqualTo(canonical("[1.0, 1e2, 5E-1, -0.0]"));
        assertThat(canonical("1")).isNotEqualTo(canonical("1.5")).isNotEqualTo(canonical("10"));
        assertThat(canonical("12345678901234567890"))
                .isNotEqualTo(canonical("12345678901234567891"));
    }
}
