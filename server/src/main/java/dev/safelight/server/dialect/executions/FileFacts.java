package dev.safelight.server.dialect.executions;

import dev.safelight.core.asset.Asset;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was measured when a file was made. */
final class FileFacts {
    private final JsonNode facts;

    private FileFacts(JsonNode facts) {
        this.facts = facts;
    }

    static FileFacts of(Asset asset) {
        return new FileFacts(JsonMapper.shared().readTree(asset.file().facts()));
    }

    /** Writes one of them as a number, or null when it is not known. */
    void write(JsonGenerator json, String name, String fact) {
        JsonNode known = number(fact);
        json.writeName(name);
        if (known == null) json.writeNull();
        else json.writeNumber(known.decimalValue());
    }

    private @Nullable JsonNode number(String fact) {
        JsonNode known = facts.path(fact);
        return known.isNumber() ? known : null;
    }
}
