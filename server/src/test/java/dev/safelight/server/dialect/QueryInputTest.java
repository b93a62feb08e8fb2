package dev.safelight.server.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safelight.server.http.problem.FieldError;
import dev.safelight.server.http.problem.Refusal;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

class QueryInputTest {
    private static final JsonNode SCHEMA = JsonMapper.shared().readTree("""
            {"properties": {"limit": {"type": "integer"}, "mine": {"type": "boolean"},
             "tags": {"type": "object"}, "word": {"type": "string"}}}
            """);

    private static String read(String name, String value) {
        return QueryInput.read(Map.of(name, List.of(value)), SCHEMA).toString();
    }

    @Test
    void values_become_what_the_schema_has_or_stay_words() {
        assertThat(read("limit", "7")).isEqualTo("{\"limit\":7}");
        assertThat(read("limit", "seven")).isEqualTo("{\"limit\":\"seven\"}");
        assertThat(read("mine", "true")).isEqualTo("{\"mine\":true}");
        assertThat(read("word", "7")).isEqualTo("{\"word\":\"7\"}");
    }

    @Test
    void entries_of_an_object_are_gathered_under_its_name() {
        var input =
                QueryInput.read(Map.of("tags[a b]", List.of("1"), "tags[c]", List.of("2")), SCHEMA);
        assertThat(input.get("tags").get("a b").asString()).isEqualTo("1");
        assertThat(input.get("tags").get("c").asString()).isEqualTo("2");
        assertThat(read("tags", "x")).isEqualTo("{\"tags\":\"x\"}");
        assertThat(read("word[a]", "x")).isEqualTo("{\"word[a]\":\"x\"}");
    }

    @Test
    void an_object_that_is_given_whole_and_by_its_entries_is_refused_in_either_order() {
        var whole = Map.entry("tags", List.of("x"));
        var entry = Map.entry("tags[a]", List.of("b"));
        for (var pair : List.of(List.of(whole, entry), List.of(entry, whole))) {
            var query = new LinkedHashMap<String, List<String>>();
            pair.forEach(part -> query.put(part.getKey(), part.getValue()));
            assertThatThrownBy(() -> QueryInput.read(query, SCHEMA))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.problem().errors())
                                    .extracting(FieldError::field)
                                    .containsExactly("tags"));
        }
    }
}
