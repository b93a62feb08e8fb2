package dev.safelight.server.dialect;

import dev.safelight.server.http.problem.Problem;
import dev.safelight.server.http.problem.Refusal;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads a query string as the JSON object that its schema describes: a number where the schema has
 * a number, {@code true} and {@code false} where it has a boolean. What reads as neither stays a
 * string, which the schema then refuses in words. An entry of an object is written {@code
 * metadata[user]=ann}.
 */
final class QueryInput {
    private static final Pattern ENTRY = Pattern.compile("([A-Za-z]+)\\[(.+)]");

    private QueryInput() {}

    static ObjectNode read(Map<String, List<String>> query, JsonNode schema) {
        ObjectNode input = JsonMapper.shared().createObjectNode();
        query.forEach((name, values) -> {
            if (values.size() > 1)
                throw new Refusal(Problem.invalid(name, "'" + name + "' is given twice."));
            take(input, name, values.getFirst(), schema.path("properties"));
        });
        return input;
    }

    private static void take(ObjectNode input, String name, String text, JsonNode properties) {
        var entry = ENTRY.matcher(name);
        boolean within = entry.matches() && isObject(properties.path(entry.group(1)));
        String field = within ? entry.group(1) : name;
        if (input.has(field) && !(within && input.get(field).isObject()))
            throw new Refusal(Problem.invalid(
                    field, "'" + field + "' is given as a whole and by its entries; send one."));
        if (within) input.withObject("/" + field).put(entry.group(2), text);
        else add(input, name, text, properties.path(name));
    }

    private static boolean isObject(JsonNode property) {
        return property.path("type").asString("").equals("object");
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
