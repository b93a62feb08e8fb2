package dev.safelight.client.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.util.List;

class JsonTest {

    @Nested
    class Reading {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{}",
                    "[]",
                    "null",
                    "true",
                    "false",
                    "\"\"",
                    "0",
                    "-1.5",
                    "{\"a\":[1,{\"b\":null}]}"
                })
        void what_is_read_is_written_the_same(String text) {
            assertThat(JsonWriter.write(JsonReader.read(text))).isEqualTo(text);
        }

        @Test
        void white_space_between_is_ignored() {
            assertThat(JsonWriter.write(JsonReader.read("   \n{ \"a\" :\t[ 1 , 2 ] } \r\n")))
                    .isEqualTo("{\"a\":[1,2]}");
        }

        @Test
        void escapes_become_what_they_stand_for() {
            assertThat(JsonReader.read("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\uDE00\"")
                            .asText())
                    .contains("\"\\/\b\f\n\r\té😀");
        }

        @Test
        void large_and_small_numbers_keep_every_digit() {
            assertThat(JsonReader.read("9007199254740993.25e-2").asNumber())
                    .contains(new BigDecimal("90071992547409.9325"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "{",
                    "[1",
                    "[1,]",
                    "{\"a\"}",
                    "{\"a\":1,}",
                    "{a:1}",
                    "tru",
                    "nulls",
                    "01",
                    "1.",
                    "+1",
                    "--1",
                    "\"a",
                    "\"\\x\"",
                    "\"\\u12g4\"",
                    "\"\n\"",
                    "1 2",
                    "NaN",
                    "\uFEFF{}",
                    "<html>"
                })
        void what_is_not_json_is_refused(String text) {
            assertThatThrownBy(() -> JsonReader.read(text)).isInstanceOf(JsonException.class);
        }

        @Test
        void a_refusal_says_where() {
            assertThatThrownBy(() -> JsonReader.read("{\"a\":!}"))
                    .hasMessage("unexpected '!' at character 5");
            assertThatThrownBy(() -> JsonReader.read("[1")).hasMessage("ends too early");
        }

        @Test
        void nesting_is_read_to_a_limit_and_refused_beyond_it() {
            int depth = JsonReader.DEPTH;
            JsonReader.read("[".repeat(depth) + "]".repeat(depth));
            assertThatThrownBy(() -> JsonReader.read("[".repeat(depth + 1) + "]".repeat(depth + 1)))
                    .hasMessageContaining("nested deeper");
        }

        @Test
        void siblings_do_not_count_as_depth() {
            Json many = JsonReader.read("[" + "[],".repeat(1_000) + "{}]");
            assertThat(many.items()).hasSize(1_001);
        }
    }

    @Nested
    class Writing {
        @Test
        void control_characters_and_quotes_are_escaped() {
            assertThat(JsonWriter.write(new Json.Text("a\"b\\c\n\u0001")))
                    .isEqualTo("\"a\\\"b\\\\c\\n\\u0001\"");
        }

        @Test
        void any_text_survives_the_way_there_and_back() {
            String text = "naïve 日本 😀 \uD800 \u2028 \u007f";
            assertThat(JsonReader.read(JsonWriter.write(new Json.Text(text))).asText())
                    .contains(text);
        }

        @Test
        void members_keep_their_order() {
            var json = Json.Obj.empty().with("z", 1).with("a", "b").with("m", new Json.Bool(true));
            assertThat(JsonWriter.write(json)).isEqualTo("{\"z\":1,\"a\":\"b\",\"m\":true}");
        }
    }

    @Nested
    class Looking {
        @Test
        void what_is_not_there_is_null_all_the_way_down() {
            Json json = JsonReader.read("{\"a\":{\"b\":\"c\"}}");
            assertThat(json.at("a").at("b").asText()).contains("c");
            assertThat(json.at("x").at("y").at("z")).isEqualTo(Json.Null.NULL);
        }

        @Test
        void a_value_of_another_kind_is_not_converted() {
            Json json = JsonReader.read("{\"n\":1,\"t\":\"1\"}");
            assertThat(json.at("n").asText()).isEmpty();
            assertThat(json.at("t").asNumber()).isEmpty();
            assertThat(json.at("t").items()).isEqualTo(List.of());
            assertThat(json.at("t").isTrue()).isFalse();
        }
    }
}
