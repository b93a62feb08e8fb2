package dev.safelight.server.http;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Finds the route of a request: a tree of path segments in which a literal goes before a wildcard.
 * Built once, then read by all threads.
 */
final class Router {
    private static final String ANY = "*";
    private final Node root = new Node();
    private final List<Face> faces;
    private final Envelope elsewhere = new ProblemJson();

    Router(List<Face> faces) {
        this.faces = List.copyOf(faces);
        for (var face : faces) face.routes().forEach(this::add);
    }

    private void add(Route route) {
        Node node = root;
        for (var segment : segments(route.path())) node = node.grow(segment);
        if (node.routes.put(route.method(), new Entry(route, new Timings(route.label()))) != null)
            throw new IllegalArgumentException("two routes for " + route.label());
    }

    /** How Problems look below this path. */
    Envelope envelope(String path) {
        for (var face : faces) {
            if (!face.base().isEmpty()
                    && path.startsWith(face.base())
                    && (path.length() == face.base().length()
                            || path.charAt(face.base().length()) == '/')) return face.envelope();
        }
        return elsewhere;
    }

    Match match(String method, String path) {
        var values = new ArrayList<String>(2);
        Node node = find(root, segments(path), 0, values);
        if (node == null || node.routes.isEmpty()) return new Unknown();
        // HEAD is GET without its body; the listener leaves the body out.
        Entry entry = node.routes.get(method.equals("HEAD") ? "GET" : method);
        if (entry == null) return new WrongMethod(node.methods());
        return new Found(entry.route(), entry.timings(), values);
    }

    private static @Nullable Node find(
            Node node, List<String> segments, int at, List<String> values) {
        if (at == segments.size()) return node;
        Node literal = node.children.get(segments.get(at));
        if (literal != null) {
            Node found = find(literal, segments, at + 1, values);
            if (found != null && !found.routes.isEmpty()) return found;
        }
        if (node.any == null) return null;
        int before = values.size();
        values.add(segments.get(at));
        Node found = find(node.any, segments, at + 1, values);
        if (found == null) values.subList(before, values.size()).clear();
        return found;
    }

    private static List<String> segments(String path) {
        var segments = new ArrayList<String>(6);
        int from = 1;
        while (from <= path.length()) {
            int slash = path.indexOf('/', from);
            int to = slash < 0 ? path.length() : slash;
            segments.add(path.substring(from, to));
            from = to + 1;
        }
        return segments;
    }

    /** What became of a look-up. */
    sealed interface Match {}

    /**
     * A route.
     *
     * @param values what stood for its wildcards, in order
     */
    record Found(Route route, Timings timings, List<String> values) implements Match {}

    /** The path is known, but not with this method. */
    record WrongMethod(String allowed) implements Match {}

    /** Nothing is here. */
    record Unknown() implements Match {}

    /** A route and how its calls are counted. */
    private record Entry(Route route, Timings timings) {}

    private static final class Node {
        private final Map<String, Node> children = new HashMap<>();
        private final Map<String, Entry> routes = new TreeMap<>();
        private @Nullable Node any;

        private Node grow(String segment) {
            if (!segment.equals(ANY)) return children.computeIfAbsent(segment, s -> new Node());
            if (any == null) any = new Node();
            return any;
        }

        private String methods() {
            Set<String> methods = routes.keySet();
            return methods.stream()
                    .map(method -> method.equals("GET") ? "GET, HEAD" : method)
                    .collect(Collectors.joining(", "));
        }
    }
}
