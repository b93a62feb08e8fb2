package dev.safelight.engines.illustrator.art;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A few plain drawings of our own, so that something is drawn when no art is installed. */
public final class PlainDrawings {
    private static final Map<String, String> DRAWINGS = new LinkedHashMap<>();

    static {
        for (TableRows.Row row : TableRows.of(PlainDrawings.class, "plain.txt"))
            DRAWINGS.put(row.value(), String.join(",", row.entries()));
    }

    private PlainDrawings() {}

    static Set<String> names() {
        return DRAWINGS.keySet();
    }

    public static Drawing drawing(String name) {
        String svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 100'>"
                + DRAWINGS.get(name) + "</svg>";
        return new Drawing(name, "builtin", svg);
    }
}
