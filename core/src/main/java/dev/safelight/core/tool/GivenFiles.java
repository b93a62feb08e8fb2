package dev.safelight.core.tool;

import dev.safelight.core.asset.Asset;
import dev.safelight.core.asset.AssetId;
import dev.safelight.core.asset.FileFacts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The files that an input names, as they are stored: read once for a submit, so that price,
 * admission and hold go by the same facts.
 *
 * @param byField by the canonical field that names them, in its order
 */
public record GivenFiles(Map<String, List<Asset>> byField) {
    public static final GivenFiles NONE = new GivenFiles(Map.of());

    public GivenFiles {
        var copy = new LinkedHashMap<String, List<Asset>>();
        byField.forEach((field, files) -> copy.put(field, List.copyOf(files)));
        byField = Collections.unmodifiableMap(copy);
    }

    /** Those that one field names; none when it names none. */
    public List<Asset> of(String field) {
        return byField.getOrDefault(field, List.of());
    }

    /** The facts of the first file that a field names; of none, nothing is known. */
    public FileFacts factsOf(String field) {
        var files = of(field);
        return files.isEmpty()
                ? FileFacts.NONE
                : FileFacts.read(files.getFirst().file().facts());
    }

    /** The ids of all, each once. */
    public List<AssetId> ids() {
        if (byField.isEmpty()) return List.of();
        return byField.values().stream()
                .flatMap(Collection::stream)
                .map(asset -> asset.file().id())
                .distinct()
                .toList();
    }

    /** Files that are gathered one by one. */
    public static final class Draft {
        private final Map<String, List<Asset>> byField = new LinkedHashMap<>();

        public void add(String field, Asset file) {
            byField.computeIfAbsent(field, name -> new ArrayList<>()).add(file);
        }

        public GivenFiles done() {
            return new GivenFiles(byField);
        }
    }
}
