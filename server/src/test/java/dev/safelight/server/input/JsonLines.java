package dev.safelight.server.input;

import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

import java.util.HashMap;
import java.util.Map;

/** On which line each value of a JSON text begins. */
final class JsonLines {
    private final Map<String, Integer> lines = new HashMap<>();

    JsonLines(String text) {
        try (var json = JsonMapper.shared().createParser(text)) {
            for (var token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) continue;
                String at = json.streamReadContext().pathAsPointer().toString();
                lines.putIfAbsent(at, json.currentTokenLocation().getLineNr());
            }
        }
    }

    /** @param pointer as in {@code /models/0/name}; the nearest value around it that is there */
    int of(String pointer) {
        for (String at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
            Integer line = lines.get(at);
            if (line != null) return line;
        }
        return 1;
    }
}
