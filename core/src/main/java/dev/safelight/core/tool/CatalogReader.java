package dev.safelight.core.tool;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the catalog from its definitions: tools first, then the models that make them, then the
 * names of both in the dialects. A definition that contradicts itself is a fault that names it.
 */
final class CatalogReader {
    private final Map<ToolName, Tool> tools = new LinkedHashMap<>();
    private final Map<ModelName, Model> models = new LinkedHashMap<>();
    private final Map<ToolName, ModelName> standards = new HashMap<>();
    private final List<Alias> aliases = new ArrayList<>();

    /** The names of tools and models, to be read once all of those are known. */
    private final List<Named> named = new ArrayList<>();

    private record Named(String dialect, JsonNode json, ToolName tool, ModelName model) {}

    /** All that was read, in the order of the files. */
    record Contents(
            List<Tool> tools,
            List<Model> models,
            Map<ToolName, ModelName> standards,
            List<Alias> aliases) {}

    private CatalogReader() {}

    /** @param files by name, as in {@code tools/generate-image.json} */
    static Contents read(Map<String, JsonNode> files) {
        var reader = new CatalogReader();
        reader.each(files, "tools/", reader::tool);
        reader.each(files, "models/", reader::family);
        reader.named.forEach(reader::alias);
        reader.check();
        return new Contents(
                List.copyOf(reader.tools.values()),
                List.copyOf(reader.models.values()),
                reader.standards,
                reader.aliases);
    }

    private interface Part {
        void read(JsonNode json);
    }

    private void each(Map<String, JsonNode> files, String folder, Part part) {
        files.forEach((name, json) -> {
            try {
                if (name.startsWith(folder)) part.read(json);
            } catch (RuntimeException fault) {
                throw new IllegalStateException(name + ": " + fault.getMessage(), fault);
            }
        });
    }

    private void tool(JsonNode json) {
        var name = new ToolName(json.get("name").asString());
        var docs = new ToolDocs(
                json.get("title").asString(),
                json.get("description").asString(),
                (ObjectNode) json.get("input"),
                json.get("output"),
                list(json.get("examples")),
                json.get("price"));
        var times =
                new Tool.Times(seconds(json, "typicalSeconds"), seconds(json, "deadlineSeconds"));
        var medium = Medium.of(json.get("medium").asString());
        add(tools, name, new Tool(name, medium, docs, Price.read(json.get("price")), times));
        var standard = new ModelName(json.get("model").asString());
        standards.put(name, standard);
        name(json, name, standard);
    }

    private static List<JsonNode> list(JsonNode array) {
        var list = new ArrayList<JsonNode>();
        array.forEach(list::add);
        return list;
    }

    private static Duration seconds(JsonNode json, String field) {
        return Duration.ofSeconds(json.get(field).asLong());
    }

    private void family(JsonNode json) {
        for (var model : json.get("models")) model(model);
    }

    private void model(JsonNode json) {
        var tool = known(tools, new ToolName(json.get("tool").asString()));
        var engines = new ArrayList<EngineName>();
        for (var engine : json.get("engines")) engines.add(new EngineName(engine.asString()));
        var name = new ModelName(json.get("name").asString());
        add(models, name, new Model(name, tool, engines, own(json), json.path("facts")));
        name(json, tool.name(), name);
    }

    private static <N, T> void add(Map<N, T> all, N name, T thing) {
        if (all.putIfAbsent(name, thing) != null)
            throw new IllegalStateException(name + " is defined twice");
    }

    private static <N, T> T known(Map<N, T> all, N name) {
        T thing = all.get(name);
        if (thing == null) throw new IllegalStateException("there is no " + name);
        return thing;
    }

    private static Model.Own own(JsonNode json) {
        var defaults = JsonMapper.shared().createObjectNode();
        json.path("defaults")
                .properties()
                .forEach(one -> defaults.set(one.getKey(), one.getValue()));
        Price price = json.has("price") ? Price.read(json.get("price")) : null;
        Duration typical = json.has("typicalSeconds") ? seconds(json, "typicalSeconds") : null;
        return new Model.Own(defaults, price, typical);
    }

    private void name(JsonNode json, ToolName tool, ModelName model) {
        for (var dialect : json.path("aliases").properties())
            for (var alias : dialect.getValue())
                named.add(new Named(dialect.getKey(), alias, tool, model));
    }

    private void alias(Named entry) {
        var json = entry.json();
        String name = json.get("name").asString();
        var model = json.has("model") ? new ModelName(json.get("model").asString()) : entry.model();
        try {
            Model known = known(models, model);
            if (!known.tool().name().equals(entry.tool()))
                throw new IllegalStateException(model + " makes something else");
            aliases.add(new Alias(
                    entry.dialect(),
                    name,
                    known,
                    docs(json, known.tool()),
                    new SpellingReader(known).read(json),
                    json.path("data")));
        } catch (RuntimeException fault) {
            throw new IllegalStateException(
                    entry.dialect() + "/" + name + ": " + fault.getMessage(), fault);
        }
    }

    private static Alias.Docs docs(JsonNode json, Tool tool) {
        return new Alias.Docs(
                json.path("title").asString(tool.title()),
                json.path("description").asString(tool.docs().description()),
                json.has("examples") ? list(json.get("examples")) : tool.docs().examples());
    }

    private void check() {
        for (var tool : tools.values()) {
            if (!known(models, known(standards, tool.name())).tool().equals(tool))
                throw new IllegalStateException("the standard model does not make " + tool.name());
        }
    }
}
