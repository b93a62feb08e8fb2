package dev.safelight.engines.illustrator.art;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What placing must know of the drawings in the art, by their names. */
public final class Traits {
    private static final Traits TABLE = new Traits();
    private final Map<String, String> same = new HashMap<>();
    private final Map<String, Home> homes = new HashMap<>();
    private final Map<String, Float> sizes = new HashMap<>();
    private final Map<String, Float> backs = new HashMap<>();
    private final Map<String, Set<String>> marks = new HashMap<>();

    /** Where a thing is at home, when the prompt does not say where it is. */
    public enum Home {
        WATER,
        DEEP,
        AIR,
        SPACE,
        FARM,
        FOREST,
        SAVANNA,
        DESERT,
        COLD,
        STREET,
        BEACH,
        TABLE,
        INDOORS
    }

    private Traits() {
        for (TableRows.Row row : TableRows.of(Traits.class, "traits.txt"))
            row.entries().forEach(entry -> take(row, entry));
    }

    private void take(TableRows.Row row, String entry) {
        switch (row.kind()) {
            case "same" -> same.putIfAbsent(entry.replace('-', ' '), row.value());
            case "home" -> homes.putIfAbsent(entry, Home.valueOf(row.value()));
            case "size" -> sizes.putIfAbsent(entry, Float.valueOf(row.value()));
            case "back" -> backs.putIfAbsent(entry, Float.valueOf(row.value()));
            default ->
                marks.computeIfAbsent(row.kind(), kind -> new HashSet<>()).add(entry);
        }
    }

    /** The art's name for what a prompt calls otherwise. */
    static Optional<String> nameFor(String phrase) {
        return Optional.ofNullable(TABLE.same.get(phrase));
    }

    public static Optional<Home> home(String name) {
        return Optional.ofNullable(TABLE.homes.get(name));
    }

    /** How tall it is drawn next to other things; 0.8 when nothing is known. */
    public static float size(String name) {
        return TABLE.sizes.getOrDefault(name, .8f);
    }

    /** How high on it a rider sits, as a share of its height; empty when nothing can ride on it. */
    public static Optional<Float> back(String name) {
        return Optional.ofNullable(TABLE.backs.get(name));
    }

    /** Whether a name stands in a list of the table: head, bust, afloat, never. */
    public static boolean is(String mark, String name) {
        return TABLE.marks.getOrDefault(mark, Set.of()).contains(name);
    }
}
