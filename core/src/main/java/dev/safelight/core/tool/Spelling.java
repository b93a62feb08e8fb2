package dev.safelight.core.tool;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How the input of a tool is written by callers of one alias.
 *
 * @param rules further keywords of the schema, as in {@code anyOf}
 */
public record Spelling(List<Field> fields, ObjectNode rules) {
    /** 2 and 2.0 say the same. */
    private static final Comparator<JsonNode> BY_VALUE = (one, other) -> {
        if (one.isNumber() && other.isNumber())
            return one.decimalValue().compareTo(other.decimalValue());
        return one.equals(other) ? 0 : 1;
    };

    public Spelling {
        fields = List.copyOf(fields);
    }

    /** What a field of the caller's said about a canonical one. */
    private record Said(String spelled, JsonNode value) {}

    /** A new JSON Schema 2020-12 of the input, closed. */
    ObjectNode schema() {
        ObjectNode schema = JsonMapper.shared().createObjectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        for (var field : fields)
            for (var name : field.spellings())
                properties.set(name, field.schema().deepCopy());
        require(schema);
        schema.setAll(rules.deepCopy());
        return schema.put("additionalProperties", false);
    }

    /** A field of several names is required under any of them. */
    private void require(ObjectNode schema) {
        ArrayNode required = schema.putArray("required");
        for (var field : fields) {
            if (!field.required()) continue;
            if (field.spellings().size() == 1) {
                required.add(field.spelled());
            } else {
                var names = schema.withArray("allOf").addObject().putArray("anyOf");
                for (var name : field.spellings())
                    names.addObject().putArray("required").add(name);
            }
        }
    }

    /** Reads what passed the schema; what is not a field of it says nothing. */
    ReadInput read(JsonNode input, Model model) {
        Map<String, Said> said = new HashMap<>();
        ObjectNode canonical = JsonMapper.shared().createObjectNode();
        for (var field : fields) {
            for (var name : field.spellings()) {
                JsonNode value = input.get(name);
                if (value == null) continue;
                for (var meant : field.reading().read(value).entrySet()) {
                    var now = new Said(name, meant.getValue());
                    var earlier = said.putIfAbsent(meant.getKey(), now);
                    if (earlier != null && !earlier.value().equals(BY_VALUE, now.value()))
                        return new ReadInput.Contradiction(earlier.spelled(), name);
                    canonical.putIfAbsent(meant.getKey(), now.value());
                }
            }
        }
        addDefaults(canonical);
        return new ReadInput.Canonical(model.withDefaults(canonical));
    }

    /** The caller's name of a canonical field: one that the input has, else the preferred one. */
    @Nullable
    String spelledAs(String canonical, JsonNode input) {
        String preferred = null;
        for (var field : fields) {
            if (!field.reading().says(canonical)) continue;
            for (var name : field.spellings()) if (input.has(name)) return name;
            if (preferred == null) preferred = field.spelled();
        }
        return preferred;
    }

    /** Adds those of the fields; nothing is overwritten. */
    private void addDefaults(ObjectNode canonical) {
        for (var field : fields) {
            JsonNode standard = field.standard();
            if (standard != null) field.reading().read(standard).forEach(canonical::putIfAbsent);
        }
    }
}
