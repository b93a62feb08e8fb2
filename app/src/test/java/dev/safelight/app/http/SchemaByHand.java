package dev.safelight.app.http;

import tools.jackson.databind.JsonNode;

import java.math.BigDecimal;

/**
 * Reads the few keywords of JSON Schema that our inputs use, written apart from the library that
 * the server uses and without a number type that overflows.
 */
public final class SchemaByHand {
    private SchemaByHand() {}

    /** Whether the schema allows the value. */
    public static boolean allows(JsonNode schema, JsonNode value) {
        return isOfType(schema.path("type").asString(""), value)
                && allowsNumber(schema, value)
                && allowsText(schema, value)
                && allowsWord(schema, value)
                && (!value.isArray() || allowsElements(schema, value))
                && (!value.isObject() || allowsMembers(schema, value));
    }

    private static boolean isOfType(String type, JsonNode value) {
        return switch (type) {
            case "integer" -> value.isNumber() && isWhole(value.decimalValue());
            case "number" -> value.isNumber();
            case "string" -> value.isString();
            case "object" -> value.isObject();
            case "boolean" -> value.isBoolean();
            case "array" -> value.isArray();
            case "" -> true;
            default -> throw new AssertionError("a type that no input had before: " + type);
        };
    }

    private static boolean isWhole(BigDecimal number) {
        return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
    }

    private static boolean allowsNumber(JsonNode schema, JsonNode value) {
        if (!value.isNumber()) return true;
        var number = value.decimalValue();
        return (!schema.has("minimum")
                        || number.compareTo(schema.get("minimum").decimalValue()) >= 0)
                && (!schema.has("maximum")
                        || number.compareTo(schema.get("maximum").decimalValue()) <= 0);
    }

    private static boolean allowsText(JsonNode schema, JsonNode value) {
        if (!value.isString()) return true;
        String text = value.asString();
        int length = text.codePointCount(0, text.length());
        return length >= schema.path("minLength").asInt(0)
                && length <= schema.path("maxLength").asInt(Integer.MAX_VALUE);
    }

    private static boolean allowsWord(JsonNode schema, JsonNode value) {
        if (!schema.has("enum")) return true;
        for (var word : schema.get("enum")) if (word.equals(value)) return true;
        return false;
    }

    private static boolean allowsElements(JsonNode schema, JsonNode list) {
        if (list.size() < schema.path("minItems").asInt(0)) return false;
        if (list.size() > schema.path("maxItems").asInt(Integer.MAX_VALUE)) return false;
        for (var element : list) if (!allows(schema.get("items"), element)) return false;
        return true;
    }

    private static boolean allowsMembers(JsonNode schema, JsonNode value) {
        if (value.size() > schema.path("maxProperties").asInt(Integer.MAX_VALUE)) return false;
        for (var member : value.properties()) {
            if (!allowsName(schema, member.getKey())) return false;
            JsonNode free = schema.path("additionalProperties");
            if (free.isObject() && !allows(free, member.getValue())) return false;
        }
        return true;
    }

    private static boolean allowsName(JsonNode schema, String name) {
        JsonNode names = schema.path("propertyNames");
        return name.length() >= names.path("minLength").asInt(0)
                && name.length() <= names.path("maxLength").asInt(Integer.MAX_VALUE);
    }
}
