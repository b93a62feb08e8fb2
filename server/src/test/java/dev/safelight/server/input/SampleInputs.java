package dev.safelight.server.input;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.Random;

/** Draws values that a schema of the catalog describes, its edges as often as what is between. */
final class SampleInputs {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String ID = "01KB0000000000000000000000";
    private static final int LONGEST = 40;
    private final Random random;

    SampleInputs(long seed) {
        random = new Random(seed);
    }

    /** An object with each optional field or without; rules between fields may not hold. */
    ObjectNode object(JsonNode schema) {
        ObjectNode object = JsonMapper.shared().createObjectNode();
        boolean few = random.nextBoolean();
        for (var property : schema.path("properties").properties()) {
            boolean wanted = isRequired(schema, property.getKey())
                    || (few ? random.nextInt(6) == 0 : random.nextBoolean());
            if (wanted) object.set(property.getKey(), value(property.getValue()));
        }
        return object;
    }

    private static boolean isRequired(JsonNode schema, String name) {
        for (var required : schema.path("required"))
            if (required.asString().equals(name)) return true;
        return false;
    }

    private JsonNode value(JsonNode schema) {
        JsonNode words = schema.path("enum");
        if (!words.isEmpty()) return words.get(random.nextInt(words.size()));
        return switch (schema.path("type").asString()) {
            case "string" -> JSON.stringNode(text(schema));
            case "integer" -> JSON.numberNode(Math.round(number(schema)));
            case "number" -> JSON.numberNode(number(schema));
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            case "array" -> list(schema);
            case "object" -> object(schema);
            case String other -> throw new IllegalArgumentException("no sample of " + other);
        };
    }

    /** Where a file or another object is named, its bare id: the kit has put it there. */
    private String text(JsonNode schema) {
        if (schema.has("format")) return ID;
        int least = schema.path("minLength").asInt(0);
        int most = Math.min(schema.path("maxLength").asInt(LONGEST), LONGEST);
        return "a".repeat(least + random.nextInt(most - least + 1));
    }

    private double number(JsonNode schema) {
        double least = schema.path("minimum").asDouble(1);
        double most = schema.path("maximum").asDouble(9_999);
        return switch (random.nextInt(4)) {
            case 0 -> least;
            case 1 -> most;
            default -> least + Math.floor(random.nextDouble() * (most - least));
        };
    }

    private JsonNode list(JsonNode schema) {
        var list = JSON.arrayNode();
        int least = schema.path("minItems").asInt(0);
        int most = schema.path("maxItems").asInt(3);
        int count = least + random.nextInt(Math.min(most, least + 5) - least + 1);
        for (int at = 0; at < count; at++) list.add(value(schema.get("items")));
        return list;
    }
}
