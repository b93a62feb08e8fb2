package dev.safelight.core.tool;

import dev.safelight.core.ledger.Credits;

import tools.jackson.databind.JsonNode;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a tool costs, computed from its input alone, so that an estimate equals the price. */
public sealed interface Price {

    /** The price of a valid input, defaults filled in. */
    Credits of(JsonNode input);

    /** A price for each value of a field. */
    record ByChoice(String field, Map<String, Credits> credits) implements Price {
        @Override
        public Credits of(JsonNode input) {
            Credits price = credits.get(input.path(field).asString());
            if (price == null)
                throw new IllegalArgumentException(field + " has a value without a price");
            return price;
        }
    }

    /** So much for each started block of characters of a text. */
    record PerCharacters(String field, int block, Credits credits) implements Price {
        @Override
        public Credits of(JsonNode input) {
            String text = input.path(field).asString();
            long characters = Math.max(1, text.codePointCount(0, text.length()));
            long blocks = (characters + block - 1) / block;
            return new Credits(Math.multiplyExact(blocks, credits.amount()));
        }
    }

    /** Reads the {@code price} of a definition. */
    static Price read(JsonNode json) {
        if (json.has("by")) {
            var credits = new LinkedHashMap<String, Credits>();
            for (var entry : json.get("credits").properties()) {
                credits.put(entry.getKey(), new Credits(entry.getValue().asLong()));
            }
            return new ByChoice(json.get("by").asString(), Map.copyOf(credits));
        }
        return new PerCharacters(
                json.get("charactersOf").asString(),
                json.get("per").asInt(),
                new Credits(json.get("credits").asLong()));
    }
}
