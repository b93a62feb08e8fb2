package dev.safelight.server.input;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes null for absent where a schema names the field, does not require it and has no null of its
 * own: many clients send every field that they know. Fields of the caller's own naming stay.
 */
final class AbsentFields {
    private AbsentFields() {}

    /** Changes the input itself, at every depth that the schema describes. */
    static void remove(ObjectNode input, JsonNode schema) {
        for (var property : schema.path("properties").properties()) {
            String name = property.getKey();
            JsonNode value = input.get(name);
            if (value == null) continue;
            if (value.isNull() && mayBeAbsent(schema, name)) input.remove(name);
            else removeWithin(value, property.getValue());
        }
    }

    private static void removeWithin(JsonNode value, JsonNode schema) {
        if (value instanceof ObjectNode object) remove(object, schema);
        else if (value.isArray())
            for (var element : value) removeWithin(element, schema.path("items"));
    }

    private static boolean mayBeAbsent(JsonNode schema, String name) {
        return !has(schema.path("required"), name)
                && !has(schema.path("properties").path(name).path("type"), "null");
    }

    private static boolean has(JsonNode list, String word) {
        if (list.isString()) return list.asString().equals(word);
        for (var element : list) if (element.asString().equals(word)) return true;
        return false;
    }
}
