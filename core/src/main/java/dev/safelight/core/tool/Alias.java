package dev.safelight.core.tool;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/**
 * A name under which a dialect offers a tool with a model, and how it is written there.
 *
 * @param dialect whose name it is
 * @param data what the dialect itself wants to know about it, opaque here
 */
public record Alias(
        String dialect, String name, Model model, Docs docs, Spelling spelling, JsonNode data) {

    /**
     * What is told about it.
     *
     * @param examples inputs in the caller's spelling
     */
    public record Docs(String title, String description, List<JsonNode> examples) {
        public Docs {
            examples = List.copyOf(examples);
        }
    }

    public Tool tool() {
        return model.tool();
    }

    /** A new closed JSON Schema 2020-12 of the input in the caller's spelling. */
    public ObjectNode schema() {
        return spelling.schema();
    }

    /**
     * What an input that passed {@link #schema} means. Fields that the schema does not name are
     * left out, so that a dialect may tolerate them.
     */
    public ReadInput read(JsonNode input) {
        return spelling.read(input, model);
    }

    /**
     * How a caller of it writes a canonical field, in the words of this input if it sent any.
     *
     * @return null when no field of the caller's says anything about that one
     */
    public @Nullable String spelledAs(String canonical, JsonNode input) {
        return spelling.spelledAs(canonical, input);
    }
}
