package dev.safelight.server.input;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safelight.server.http.problem.Refusal;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class InputSchemaTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    private static InputSchema schema(String properties) {
        JsonNode schema = JSON.readTree("{\"type\":\"object\",\"additionalProperties\":false,"
                + "\"properties\":" + properties + "}");
        return new InputSchema((ObjectNode) schema);
    }

    private static void refused(InputSchema schema, String input, String words) {
        assertThatThrownBy(() -> schema.check(JSON.readTree(input)))
                .isInstanceOf(Refusal.class)
                .hasMessage(words);
    }

    @Test
    void what_is_wrong_is_said_in_words() {
        var schema = schema("""
                {"size": {"enum": ["1K", "2K"]}, "seed": {"type": "integer", "minimum": 0},
                 "tags": {"type": "object", "maxProperties": 1,
                          "additionalProperties": {"type": "string", "maxLength": 2}}}""");
        assertThatCode(() -> schema.check(JSON.readTree("{\"size\":\"1K\",\"seed\":7}")))
                .doesNotThrowAnyException();
        refused(schema, "{\"size\":\"3K\"}", "'size' must be one of 1K, 2K.");
        refused(schema, "{\"seed\":\"7\"}", "'seed' must be a whole number, not a string.");
        refused(schema, "{\"seed\":1.5}", "'seed' must be a whole number, not this number.");
        refused(schema, "{\"seed\":-1}", "'seed' must be at least 0.");
        refused(
                schema,
                "{\"tags\":{\"a\":\"x\",\"b\":\"x\"}}",
                "'tags' may have at most 1 entries.");
        refused(schema, "{\"tags\":{\"a\":\"xxx\"}}", "'tags.a' must have at most 2 characters.");
        refused(schema, "{\"sed\":1}", "'sed' is not a known field: did you mean 'seed'?");
        refused(schema, "{\"q\":1}", "'q' is not a known field: known are size, seed, tags.");
    }

    @Test
    void of_fields_of_which_one_must_be_there_all_are_named_at_once() {
        var schema = schema("""
                {"a": {"type": "array"}, "b": {"type": "string"}}""");
        schema.definition().set("anyOf", JSON.readTree("""
                [{"required": ["a"], "properties": {"a": {"minItems": 1}}},
                 {"required": ["b"]}]"""));
        refused(schema, "{}", "One of 'a', 'b' is required.");
        refused(schema, "{\"a\":[]}", "One of 'b' is required.");
        assertThatCode(() -> schema.check(JSON.readTree("{\"a\":[1]}"))).doesNotThrowAnyException();
    }

    @Test
    void a_schema_is_never_fetched_from_elsewhere() {
        var schema = schema("{\"a\": {\"$ref\": \"http://127.0.0.1:9/schema.json\"}}");
        assertThatThrownBy(() -> schema.check(JSON.readTree("{\"a\":1}")))
                .isNotInstanceOf(Refusal.class)
                .hasMessageNotContaining("refused");
    }
}
