package dev.safelight.bench;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The flags of one call: {@code --name value}, or {@code --name} alone. */
public final class Flags {
    private final Map<String, String> given = new LinkedHashMap<>();

    private Flags() {}

    /** Reads the flags, of which only the known ones may be there. */
    public static Flags read(List<String> arguments, List<String> known) {
        var flags = new Flags();
        for (int at = 0; at < arguments.size(); at++) {
            String name = arguments.get(at);
            if (!known.contains(name))
                throw new IllegalArgumentException(
                        name + " is not a flag here; known are " + String.join(", ", known));
            boolean valued = at + 1 < arguments.size() && !arguments.get(at + 1).startsWith("--");
            flags.given.put(name, valued ? arguments.get(++at) : "");
        }
        return flags;
    }

    public boolean has(String name) {
        return given.containsKey(name);
    }

    public @Nullable String text(String name) {
        return given.get(name);
    }

    public int number(String name, int otherwise) {
        String text = given.get(name);
        return text == null ? otherwise : number(name, text);
    }

    /** Numbers with commas between them. */
    public List<Integer> numbers(String name, List<Integer> otherwise) {
        String text = given.get(name);
        if (text == null) return otherwise;
        if (text.isEmpty()) return List.of();
        return Arrays.stream(text.split(",")).map(part -> number(name, part)).toList();
    }

    private static int number(String name, String text) {
        try {
            return Integer.parseInt(text.strip().replace("_", ""));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " wants a whole number, not " + text, e);
        }
    }
}
