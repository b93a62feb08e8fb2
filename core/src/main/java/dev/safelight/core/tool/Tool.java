package dev.safelight.core.tool;

import dev.safelight.core.ledger.Credits;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One definition of the catalog.
 *
 * @param definition the whole JSON file
 * @param price computed from an input
 */
public record Tool(ToolName name, JsonNode definition, Price price) {

    static Tool read(JsonNode definition) {
        var name = new ToolName(definition.get("name").asString());
        return new Tool(name, definition, Price.read(definition.get("price")));
    }

    /** What a session has to do with it. */
    public boolean needsSession() {
        return definition.get("session").asString().equals("required");
    }

    /** Its names in a dialect, the first one preferred. */
    public List<String> aliases(String dialect) {
        var names = new ArrayList<String>();
        definition.get("aliases").path(dialect).forEach(alias -> names.add(alias.asString()));
        return names;
    }

    public String title() {
        return definition.get("title").asString();
    }

    public String description() {
        return definition.get("description").asString();
    }

    /** The {@code type} of its tasks in the tools dialect, as in {@code TEXT_TO_IMAGE}. */
    public String type() {
        return definition.get("type").asString();
    }

    public String model() {
        return definition.get("model").asString();
    }

    public EngineName engine() {
        return new EngineName(definition.get("engine").asString());
    }

    public Duration typical() {
        return Duration.ofSeconds(definition.get("typicalSeconds").asLong());
    }

    /** The hard deadline, from the first start over all attempts. */
    public Duration deadline() {
        return Duration.ofSeconds(definition.get("deadlineSeconds").asLong());
    }

    /** JSON Schema 2020-12 of the input. */
    public JsonNode inputSchema() {
        return definition.get("input");
    }

    /** JSON Schema 2020-12 of the output. */
    public JsonNode outputSchema() {
        return definition.get("output");
    }

    public List<JsonNode> examples() {
        var examples = new ArrayList<JsonNode>();
        definition.get("examples").forEach(examples::add);
        return examples;
    }

    /** The price of a valid input, defaults filled in. */
    public Credits priceOf(JsonNode input) {
        return price.of(input);
    }

    /** A copy of the input with the schema's defaults where it says nothing. */
    public ObjectNode withDefaults(JsonNode input) {
        var full = (ObjectNode) input.deepCopy();
        for (var property : inputSchema().get("properties").properties()) {
            JsonNode standard = property.getValue().get("default");
            if (standard != null && !full.has(property.getKey()))
                full.set(property.getKey(), standard);
        }
        return full;
    }
}
