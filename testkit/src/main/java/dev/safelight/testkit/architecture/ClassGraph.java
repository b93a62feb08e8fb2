package dev.safelight.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaClass;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which top-level classes use which, among those that were given. */
final class ClassGraph {
    /** By the class that uses, then by the one that is used. */
    private final SortedMap<String, SortedMap<String, Use>> uses = new TreeMap<>();

    ClassGraph(Collection<JavaClass> classes) {
        for (JavaClass type : classes)
            uses.putIfAbsent(ClassUses.node(type.getName()), new TreeMap<>());
        for (JavaClass type : classes) new ClassUses(type).all().forEach(this::add);
    }

    private void add(Use use) {
        SortedMap<String, Use> known = uses.get(use.from());
        if (known != null && uses.containsKey(use.to())) known.putIfAbsent(use.to(), use);
    }

    /** A shortest cycle of each knot: of all classes that reach each other. */
    List<ClassCycle> cycles() {
        var cycles = new ArrayList<ClassCycle>();
        var knotted = new TreeSet<String>();
        for (String node : uses.keySet()) {
            if (knotted.contains(node)) continue;
            SortedSet<String> knot = knotOf(node);
            knotted.addAll(knot);
            if (!knot.isEmpty()) cycles.add(new ClassCycle(shortestIn(knot), knot));
        }
        return cycles;
    }

    /** Empty for a class that does not reach itself. */
    private SortedSet<String> knotOf(String node) {
        var knot = new TreeSet<String>();
        for (String other : reachedFrom(node))
            if (reachedFrom(other).contains(node)) knot.add(other);
        return knot;
    }

    private SortedSet<String> reachedFrom(String node) {
        var reached = new TreeSet<String>();
        var open = new ArrayDeque<>(List.of(node));
        while (!open.isEmpty())
            for (String next : usesOf(open.remove()).keySet())
                if (reached.add(next)) open.add(next);
        return reached;
    }

    private List<Use> shortestIn(SortedSet<String> knot) {
        return knot.stream()
                .map(this::backToItself)
                .min(Comparator.comparingInt(List::size))
                .orElseThrow();
    }

    /** A shortest way from a class of a knot back to itself. */
    private List<Use> backToItself(String start) {
        Map<String, List<Use>> ways = new HashMap<>();
        var open = new ArrayDeque<>(List.of(start));
        while (!ways.containsKey(start)) {
            String node = open.remove();
            List<Use> soFar = node.equals(start) ? List.of() : ways.getOrDefault(node, List.of());
            usesOf(node).forEach((next, use) -> {
                if (ways.containsKey(next)) return;
                ways.put(next, longer(soFar, use));
                open.add(next);
            });
        }
        return ways.getOrDefault(start, List.of());
    }

    private static List<Use> longer(List<Use> way, Use use) {
        var longer = new ArrayList<>(way);
        longer.add(use);
        return longer;
    }

    private SortedMap<String, Use> usesOf(String node) {
        return uses.getOrDefault(node, new TreeMap<>());
    }
}
