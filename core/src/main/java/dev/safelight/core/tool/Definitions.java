package dev.safelight.core.tool;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The files of this package's resources: a tool in each of {@code tools/}, a family of models in
 * each of {@code models/}. A jar cannot be listed, so the build writes their names into one file.
 */
final class Definitions {
    private static final String INDEX = "definitions.txt";

    private Definitions() {}

    /** By name, in the order of their names. */
    static Map<String, JsonNode> read() {
        var files = new LinkedHashMap<String, JsonNode>();
        for (var name : new String(bytes(INDEX), StandardCharsets.UTF_8).trim().split(" ", -1))
            files.put(name, JsonMapper.shared().readTree(bytes(name)));
        return files;
    }

    private static byte[] bytes(String name) {
        try (InputStream in = Definitions.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException("missing from the build: " + name);
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
