package dev.safelight.core.tool;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;

/**
 * What can be asked for, in canonical words; who makes it is a {@link Model}'s matter, and how a
 * caller spells it an {@link Alias}'s.
 *
 * @param medium what it makes
 * @param price computed from a canonical input
 */
public record Tool(ToolName name, Medium medium, ToolDocs docs, Price price, Times times) {

    /**
     * How long it takes.
     *
     * @param typical from start to end
     * @param deadline the hard one, from the first start over all attempts
     */
    public record Times(Duration typical, Duration deadline) {}

    public String title() {
        return docs.title();
    }

    /** JSON Schema 2020-12 of the canonical input. */
    public ObjectNode inputSchema() {
        return docs.input();
    }

    public Duration typical() {
        return times.typical();
    }

    /** The hard deadline, from the first start over all attempts. */
    public Duration deadline() {
        return times.deadline();
    }

    /** Adds the schema's defaults where the input says nothing. */
    void addDefaults(ObjectNode input) {
        for (var property : inputSchema().get("properties").properties()) {
            JsonNode standard = property.getValue().get("default");
            if (standard != null) input.putIfAbsent(property.getKey(), standard);
        }
    }
}
