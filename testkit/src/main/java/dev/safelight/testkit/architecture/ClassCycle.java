package dev.safelight.testkit.architecture;

import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * Classes that use each other in a circle.
 *
 * @param uses one from each class to the next; the last leads back to the first class
 * @param knot all classes that reach each other, of which the circle is a shortest part
 */
record ClassCycle(List<Use> uses, SortedSet<String> knot) {
    /** As in {@code a.B → a.C (B.java:12) → a.B (C.java:7)}, then the knot where it is larger. */
    String words() {
        String circle = uses.stream()
                .map(use -> " → " + use.to() + " (" + use.place() + ")")
                .collect(Collectors.joining());
        String words = "classes use each other in a circle: " + uses.getFirst().from() + circle;
        if (knot.size() == uses.size()) return words;
        return words + "; " + knot.size() + " classes all reach each other: " + knot;
    }
}
