package dev.safelight.core.tool;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All tools, their models and their names in each dialect, in the order of their files. */
public final class Catalog {
    private final Map<ToolName, Tool> tools = new LinkedHashMap<>();
    private final Map<ModelName, Model> models = new LinkedHashMap<>();
    private final Map<ToolName, ModelName> standards;
    private final Map<String, Map<String, Alias>> aliases = new LinkedHashMap<>();

    Catalog(CatalogReader.Contents contents) {
        for (var tool : contents.tools()) tools.put(tool.name(), tool);
        for (var model : contents.models()) models.put(model.name(), model);
        standards = Map.copyOf(contents.standards());
        for (var alias : contents.aliases()) {
            var names = aliases.computeIfAbsent(alias.dialect(), dialect -> new LinkedHashMap<>());
            if (names.put(alias.name(), alias) != null)
                throw new IllegalStateException(alias.dialect() + " has two names " + alias.name());
        }
    }

    /** The definitions that ship with the product, read once. */
    public static Catalog load() {
        return Shipped.CATALOG;
    }

    public List<Tool> tools() {
        return List.copyOf(tools.values());
    }

    public List<Model> models() {
        return List.copyOf(models.values());
    }

    public Optional<Tool> find(ToolName name) {
        return Optional.ofNullable(tools.get(name));
    }

    public Optional<Model> model(ModelName name) {
        return Optional.ofNullable(models.get(name));
    }

    /** The model that makes it when nothing else is asked for. */
    public Optional<Model> standard(ToolName tool) {
        return Optional.ofNullable(standards.get(tool)).flatMap(this::model);
    }

    /** The dialects that have names here. */
    public Set<String> dialects() {
        return Set.copyOf(aliases.keySet());
    }

    /** All names of a dialect. */
    public List<Alias> aliases(String dialect) {
        return List.copyOf(aliases.getOrDefault(dialect, Map.of()).values());
    }

    public Optional<Alias> alias(String dialect, String name) {
        return Optional.ofNullable(aliases.getOrDefault(dialect, Map.of()).get(name));
    }

    /** The name under which a dialect shows a task: that of its model, or else any of its tool. */
    public Optional<Alias> aliasOf(String dialect, ToolName tool, ModelName model) {
        Alias any = null;
        for (var alias : aliases.getOrDefault(dialect, Map.of()).values()) {
            if (!alias.tool().name().equals(tool)) continue;
            if (alias.model().name().equals(model)) return Optional.of(alias);
            if (any == null) any = alias;
        }
        return Optional.ofNullable(any);
    }

    /** Every engine that a model names. */
    public Set<EngineName> engines() {
        var engines = new LinkedHashSet<EngineName>();
        models.values().forEach(model -> engines.addAll(model.engines()));
        return engines;
    }

    /** Made when it is first asked for. */
    private static final class Shipped {
        private static final Catalog CATALOG = new Catalog(CatalogReader.read(Definitions.read()));
    }
}
