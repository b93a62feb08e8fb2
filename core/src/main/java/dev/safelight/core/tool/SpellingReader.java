package dev.safelight.core.tool;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads how an alias is spelled. A field that says nothing of itself is the canonical one of its
 * name; its schema follows from the canonical one and from how it is read, and what the definition
 * says beside goes over that.
 */
final class SpellingReader {
    private final Model model;
    private final JsonNode canonical;

    SpellingReader(Model model) {
        this.model = model;
        this.canonical = model.tool().inputSchema().get("properties");
    }

    Spelling read(JsonNode alias) {
        var fields = new ArrayList<Field>();
        if (alias.has("fields")) {
            for (var field : alias.get("fields").properties())
                fields.add(field(field.getKey(), field.getValue()));
        } else {
            ObjectNode plain = JsonMapper.shared().createObjectNode();
            for (var name : canonical.propertyNames()) fields.add(field(name, plain));
        }
        ObjectNode rules = JsonMapper.shared().createObjectNode();
        alias.path("rules").properties().forEach(rule -> rules.set(rule.getKey(), rule.getValue()));
        return new Spelling(fields, rules);
    }

    private Field field(String spelled, JsonNode json) {
        String meant = json.path("is").asString(spelled);
        var reading = reading(meant, json);
        ObjectNode schema = schema(reading, meant);
        for (var over : json.path("schema").properties())
            schema.set(over.getKey(), over.getValue());
        boolean required = json.path("required").asBoolean(isRequired(meant));
        return new Field(spellings(spelled, json), reading, schema, required);
    }

    private static List<String> spellings(String spelled, JsonNode json) {
        var names = new ArrayList<String>();
        names.add(spelled);
        for (var also : json.path("also")) names.add(also.asString());
        return names;
    }

    private boolean isRequired(String name) {
        for (var required : model.tool().inputSchema().path("required"))
            if (required.asString().equals(name)) return true;
        return false;
    }

    private Reading reading(String meant, JsonNode json) {
        return switch (json.path("reading").asString("same")) {
            case "same" -> new Reading.Same(known(meant));
            case "choice" -> new Reading.Choice(known(meant), values(json.get("values")));
            case "one" -> new Reading.OneOfList(known(meant));
            case "ratio" -> new Reading.Ratio(known(meant), words(meant));
            case "size" -> new Reading.Size(known("width"), known("height"));
            case "nothing" -> new Reading.Nothing();
            case String other -> throw new IllegalStateException("no reading " + other);
        };
    }

    private String known(String name) {
        if (!canonical.has(name)) throw new IllegalStateException("no canonical field " + name);
        return name;
    }

    private static Map<String, JsonNode> values(JsonNode json) {
        var values = new LinkedHashMap<String, JsonNode>();
        json.properties().forEach(value -> values.put(value.getKey(), value.getValue()));
        return values;
    }

    /** The words that a canonical field may have. */
    private List<String> words(String name) {
        var words = new ArrayList<String>();
        canonical.path(name).path("enum").forEach(word -> words.add(word.asString()));
        return words;
    }

    private ObjectNode schema(Reading reading, String meant) {
        return switch (reading) {
            case Reading.Same same -> sameSchema(meant);
            case Reading.OneOfList one ->
                told(canonical.path(meant).path("items").deepCopy(), meant);
            case Reading.Choice(var name, var values) -> {
                var schema = empty().put("type", "string");
                values.keySet().forEach(schema.putArray("enum")::add);
                yield told(schema, meant);
            }
            case Reading.Ratio ratio -> told(ratioSchema(), meant);
            case Reading.Size size -> empty().put("type", "string");
            case Reading.Nothing nothing -> empty();
        };
    }

    /** The canonical one, but the model's own default is what holds. */
    private ObjectNode sameSchema(String name) {
        var schema = (ObjectNode) canonical.get(name).deepCopy();
        JsonNode standard = model.own().defaults().get(name);
        if (standard != null) schema.set("default", standard);
        return schema;
    }

    private ObjectNode told(JsonNode schema, String meant) {
        var described = (ObjectNode) schema;
        JsonNode words = canonical.path(meant).get("description");
        if (words != null) described.set("description", words);
        return described;
    }

    private static ObjectNode ratioSchema() {
        var schema = empty().put("type", "object");
        var sides = schema.putObject("properties");
        for (var side : List.of("width", "height"))
            sides.putObject(side).put("type", "integer").put("minimum", 1);
        schema.putArray("required").add("width").add("height");
        return schema;
    }

    private static ObjectNode empty() {
        return JsonMapper.shared().createObjectNode();
    }
}
