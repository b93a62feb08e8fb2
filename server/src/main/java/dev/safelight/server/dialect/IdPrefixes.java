package dev.safelight.server.dialect;

import java.util.List;
import java.util.Map;

/**
 * What a dialect puts before ids.
 *
 * @param byKind the prefix that it shows first, then those that it only reads; none for a kind that
 *     it never shows
 */
public record IdPrefixes(Map<IdKind, List<String>> byKind) {
    List<String> of(IdKind kind) {
        return byKind.getOrDefault(kind, List.of());
    }
}
