package dev.safelight.core.tool;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/**
 * What is told about a tool, in its canonical words.
 *
 * @param input JSON Schema 2020-12, closed, with the defaults
 * @param output JSON Schema 2020-12
 * @param examples inputs, at least one
 * @param price the form of its price, as the definition has it
 */
public record ToolDocs(
        String title,
        String description,
        ObjectNode input,
        JsonNode output,
        List<JsonNode> examples,
        JsonNode price) {
    public ToolDocs {
        examples = List.copyOf(examples);
    }
}
