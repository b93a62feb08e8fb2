package dev.safelight.server.dialect;

import dev.safelight.server.http.Problem;
import dev.safelight.server.http.Refusal;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Reads a query string as the JSON object that its schema describes: a number where the schema has
 * a number, {@code true} and {@code false} where it has a boolean. What reads as neither stays a
 * string, which the schema then refuses in words.
 */
final class QueryInput {
    private QueryInput() {}

    static ObjectNode read(Map<String, List<String>> query, JsonNode schema) {
        ObjectNode input = JsonMapper.shared().createObjectNode();
        query.forEach((name, values) -> {
            if (values.size() > 1)
                throw new Refusal(Problem.invalid(name, "'" + name + "' is given twice."));
            add(input, name, values.getFirst(), schema.path("properties").path(name));
        });
        return input;
    }

    private static void add(ObjectNode input, String name, String text, JsonNode property) {
        switch (property.path("type").asString("")) {
            case "integer", "number" -> {
                if (isNumber(text)) input.put(name, new BigDecimal(text));
                else input.put(name, text);
            }
            case "boolean" -> {
                if (text.equals("true") || text.equals("false"))
                    input.put(name, Boolean.parseBoolean(text));
                else input.put(name, text);
            }
            default -> input.put(name, text);
        }
    }

    private static boolean isNumber(String text) {
        return text.matches("-?\\d{1,18}(\\.\\d{1,18})?");
    }
}
