package dev.safelight.core.tool;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All tools that this server offers, in the order in which they are shown. */
public final class Catalog {
    private static final List<String> FILES = List.of("generate-image.json", "text-to-speech.json");

    private final List<Tool> tools;
    private final Map<ToolName, Tool> byName = new HashMap<>();
    private final Map<String, Tool> byAlias = new HashMap<>();

    private Catalog(List<Tool> tools) {
        this.tools = List.copyOf(tools);
        for (Tool tool : tools) {
            byName.put(tool.name(), tool);
            for (var dialect : tool.definition().get("aliases").properties()) {
                for (String alias : tool.aliases(dialect.getKey())) {
                    byAlias.put(dialect.getKey() + "/" + alias, tool);
                }
            }
        }
    }

    /** The definitions that ship with the product, read once. */
    public static Catalog load() {
        return Shipped.CATALOG;
    }

    private static Catalog read() {
        var json = JsonMapper.shared();
        var tools = new ArrayList<Tool>();
        for (String file : FILES) {
            try (InputStream in = Catalog.class.getResourceAsStream(file)) {
                if (in == null) throw new IllegalStateException("missing definition " + file);
                tools.add(Tool.read(json.readTree(in)));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return new Catalog(tools);
    }

    public List<Tool> tools() {
        return tools;
    }

    public Optional<Tool> find(ToolName name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Finds a tool by one of its names in a dialect. */
    public Optional<Tool> find(String dialect, String alias) {
        return Optional.ofNullable(byAlias.get(dialect + "/" + alias));
    }

    /** Made when it is first asked for. */
    private static final class Shipped {
        private static final Catalog CATALOG = read();
    }
}
