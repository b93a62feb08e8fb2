package dev.safelight.store.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A resource of SQL: a script, or blocks that each begin with {@code -- name: ...}. Where a block
 * says {@code {x}}, the fragment x is put.
 */
public final class SqlFile {
    private static final String MARK = "-- name: ";
    private final Map<String, String> blocks = new HashMap<>();

    private SqlFile(String text) {
        for (String block : text.split(MARK, -1)) {
            int end = block.indexOf('\n');
            if (end > 0)
                blocks.put(block.substring(0, end).strip(), block.substring(end).strip());
        }
    }

    /** Loads the blocks of a resource beside a class. */
    public static SqlFile load(Class<?> beside, String resource, Map<String, String> fragments) {
        String text = text(beside, resource);
        for (var fragment : fragments.entrySet())
            text = text.replace("{" + fragment.getKey() + "}", fragment.getValue());
        return new SqlFile(text);
    }

    /** The statement of this name. */
    public String get(String name) {
        String block = blocks.get(name);
        if (block == null) throw new IllegalStateException("no statement is named " + name);
        return block.endsWith(";") ? block.substring(0, block.length() - 1) : block;
    }

    /** The whole text of a resource beside a class. */
    public static String text(Class<?> beside, String resource) {
        try (var in = beside.getResourceAsStream(resource)) {
            if (in == null) throw new IllegalStateException("missing resource " + resource);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The statements of a script: each ends with a semicolon at the end of a line. */
    static List<String> statements(String script) {
        var statements = new ArrayList<String>();
        for (String statement : script.replaceAll("--[^\n]*", "").split(";\\s*(\n|$)", -1)) {
            if (!statement.isBlank()) statements.add(statement.strip());
        }
        return statements;
    }
}
