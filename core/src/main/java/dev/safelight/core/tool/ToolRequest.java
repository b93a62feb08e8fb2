package dev.safelight.core.tool;

import dev.safelight.core.ledger.Credits;

import tools.jackson.databind.JsonNode;

/**
 * What is asked of a tool.
 *
 * @param model what makes it, and so the tool
 * @param input canonical, valid against the tool's schema
 * @param files those that the input names
 */
public record ToolRequest(Model model, JsonNode input, GivenFiles files) {

    /** The same with the model's and the tool's defaults. */
    public ToolRequest filled() {
        return new ToolRequest(model, model.withDefaults(input), files);
    }

    /** The price of a request that is {@link #filled}. */
    public Credits price() {
        return model.priceOf(input, files);
    }
}
