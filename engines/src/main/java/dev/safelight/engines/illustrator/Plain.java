package dev.safelight.engines.illustrator;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A few plain drawings of our own, so that something is drawn when no art is installed. */
final class Plain {
    private static final Map<String, String> DRAWINGS = new LinkedHashMap<>();

    static {
        for (Rows.Row row : Rows.of("plain.txt"))
            DRAWINGS.put(row.value(), String.join(",", row.entries()));
    }

    private Plain() {}

    static Set<String> names() {
        return DRAWINGS.keySet();
    }

    static Figure figure(String name) {
        String svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 100'>"
                + DRAWINGS.get(name) + "</svg>";
        return new Figure(name, "builtin", svg);
    }
}
