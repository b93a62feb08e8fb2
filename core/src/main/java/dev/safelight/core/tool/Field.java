package dev.safelight.core.tool;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/**
 * A field as a caller may send it.
 *
 * @param spellings its names, the preferred one first; all mean the same
 * @param reading what it stands for
 * @param schema of its value, in the caller's words
 * @param required whether it must be there, under any of its names
 */
public record Field(List<String> spellings, Reading reading, ObjectNode schema, boolean required) {
    public Field {
        spellings = List.copyOf(spellings);
    }

    String spelled() {
        return spellings.getFirst();
    }

    /** In the caller's words, or null. */
    @Nullable
    JsonNode standard() {
        return schema.get("default");
    }
}
