package dev.safelight.core.task;

import tools.jackson.databind.JsonNode;

import java.util.TreeMap;

/**
 * JSON text in which the order of keys and white space do not show, so that equal values are equal.
 */
final class CanonicalJson {
    private CanonicalJson() {}

    static String of(JsonNode value) {
        var text = new StringBuilder();
        write(value, text);
        return text.toString();
    }

    private static void write(JsonNode value, StringBuilder text) {
        if (value.isObject()) {
            var sorted = new TreeMap<String, JsonNode>();
            value.properties().forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
            text.append('{');
            sorted.forEach((key, member) -> {
                text.append(key.length()).append(':').append(key).append('=');
                write(member, text);
            });
            text.append('}');
        } else if (value.isArray()) {
            text.append('[');
            value.forEach(element -> {
                write(element, text);
                text.append(',');
            });
            text.append(']');
        } else if (value.isString() && isPlain(value.asString())) {
            // As value.toString() writes it, without a mapper's run for each string.
            text.append('"').append(value.asString()).append('"');
        } else if (value.isIntegralNumber()) {
            text.append(value.asString());
        } else {
            text.append(value);
        }
    }

    /** Whether JSON writes it as it is. */
    private static boolean isPlain(String string) {
        return string.chars().noneMatch(c -> c < ' ' || c == '"' || c == '\\');
    }
}
