package dev.safelight.server.http;

import dev.safelight.server.http.face.Conventions;
import dev.safelight.server.http.face.Face;
import dev.safelight.server.http.face.Route;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Finds the route of a request: a tree of path segments in which a literal goes before a wildcard,
 * and a wildcard for one segment before one for all that follow.
 * Built once, then read by all threads.
 */
final class Router {
    private static final String ANY = "*";
    private static final String REST = "**";
    private final Node root = new Node();
    private final List<Face> faces;

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

    /** What callers of this path are used to: those of the longest base that it is below. */
    Conventions conventions(String path) {
        var found = Conventions.PLAIN;
        int longest = 0;
        for (var face : faces) {
            for (var base : face.bases()) {
                if (base.length() <= longest || !isBelow(path, base)) continue;
                longest = base.length();
                found = face.conventions();
            }
        }
        return found;
    }

    private static boolean isBelow(String path, String base) {
        return path.startsWith(base)
                && (path.length() == base.length() || path.charAt(base.length()) == '/');
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
        int before = values.size();
        if (node.any != null) {
            values.add(segments.get(at));
            Node found = find(node.any, segments, at + 1, values);
            if (found != null && !found.routes.isEmpty()) return found;
            values.subList(before, values.size()).clear();
        }
        if (node.rest == null) return null;
        values.add(String.join("/", segments.subList(at, segments.size())));
        return node.rest;
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
        private @Nullable Node rest;

        private Node grow(String segment) {
            if (segment.equals(REST)) {
                if (rest == null) rest = new Node();
                return rest;
            }
            if (segment.equals(ANY)) {
                if (any == null) any = new Node();
                return any;
            }
            return children.computeIfAbsent(segment, s -> new Node());
        }

        private String methods() {
            Set<String> methods = routes.keySet();
            return methods.stream()
                    .map(method -> method.equals("GET") ? "GET, HEAD" : method)
                    .collect(Collectors.joining(", "));
        }
    }
}
