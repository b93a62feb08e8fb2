package dev.safelight.core.tool;

import dev.safelight.core.ledger.Credits;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.List;

/**
 * A name under which a tool's work is given to an engine, with habits of its own.
 *
 * @param engines who may make it, the preferred one first; at least one
 * @param facts what is told about it, opaque here
 */
public record Model(ModelName name, Tool tool, List<EngineName> engines, Own own, JsonNode facts) {
    public Model {
        engines = List.copyOf(engines);
        if (engines.isEmpty()) throw new IllegalArgumentException(name + " has no engine");
    }

    /**
     * Where it differs from its tool.
     *
     * @param defaults of canonical fields, before the tool's
     * @param price null for the tool's
     * @param typical null for the tool's
     */
    public record Own(
            ObjectNode defaults,
            @Nullable Price price,
            @Nullable Duration typical) {}

    /** How long it usually takes. */
    public Duration typical() {
        return own.typical() == null ? tool.typical() : own.typical();
    }

    /** A copy of a canonical input, with the model's and the tool's defaults. */
    public ObjectNode withDefaults(JsonNode input) {
        var full = (ObjectNode) input.deepCopy();
        for (var standard : own.defaults().properties())
            full.putIfAbsent(standard.getKey(), standard.getValue());
        tool.addDefaults(full);
        return full;
    }

    /** The price of a canonical input, defaults filled in. */
    public Credits priceOf(JsonNode input, GivenFiles files) {
        return (own.price() == null ? tool.price() : own.price()).of(input, files);
    }
}
