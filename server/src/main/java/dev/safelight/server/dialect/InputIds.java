package dev.safelight.server.dialect;

import dev.safelight.core.asset.Asset;
import dev.safelight.core.asset.AssetId;
import dev.safelight.server.http.problem.ProblemCode;
import dev.safelight.server.http.problem.Refusal;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the ids of files and voices in a canonical input, which its schema marks with {@code
 * "format": "asset-id"} and {@code "voice-id"}: whatever dialect's spelling was sent, the bare id
 * remains.
 */
final class InputIds {
    private static final String FILE = "asset-id";
    private static final String VOICE = "voice-id";

    private final IdSpellings spellings;
    private String field = "";
    private final List<Named> found = new ArrayList<>();

    private InputIds(IdSpellings spellings) {
        this.spellings = spellings;
    }

    /**
     * A file that an input names.
     *
     * @param field the canonical one that names it
     * @param media what kind of file it must be, as in {@code image}; empty for any
     */
    record Named(String field, AssetId id, String media) {
        /** Refuses a file of another kind. */
        void check(Asset asset) {
            String type = asset.file().contentType();
            if (media.isEmpty() || type.startsWith(media + "/")) return;
            throw new Refusal(
                    ProblemCode.INVALID_INPUT,
                    "The file " + asset.file().name() + " is " + type
                            + ", where a file of the kind " + media + " is needed.");
        }
    }

    /**
     * The files that it names, in order; changes the input.
     *
     * @throws Refusal for what is no id of a file: such a file does not exist
     */
    static List<Named> read(ObjectNode input, JsonNode schema, IdSpellings spellings) {
        var ids = new InputIds(spellings);
        for (var property : schema.path("properties").properties()) {
            JsonNode value = input.get(property.getKey());
            if (value == null) continue;
            ids.field = property.getKey();
            input.set(property.getKey(), ids.read(value, property.getValue()));
        }
        return ids.found;
    }

    private JsonNode read(JsonNode value, JsonNode schema) {
        if (value instanceof ArrayNode list) {
            for (int at = 0; at < list.size(); at++)
                list.set(at, read(list.get(at), schema.path("items")));
            return list;
        }
        return switch (schema.path("format").asString("")) {
            case FILE -> file(value, schema);
            case VOICE -> StringNode.valueOf(spellings.bare(IdKind.VOICE, value.asString()));
            default -> value;
        };
    }

    private JsonNode file(JsonNode value, JsonNode schema) {
        var id = spellings.read(IdKind.FILE, value.asString()).orElseThrow(InputIds::noFile);
        found.add(new Named(field, new AssetId(id), schema.path("media").asString("")));
        return StringNode.valueOf(id.toString());
    }

    static Refusal noFile() {
        return new Refusal(
                ProblemCode.ASSET_NOT_FOUND,
                "There is no such file in this account. Use the id of a file that a task of this"
                        + " account has made, or that was uploaded to it.");
    }
}
