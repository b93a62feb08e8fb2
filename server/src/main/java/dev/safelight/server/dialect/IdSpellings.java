package dev.safelight.server.dialect;

import dev.safelight.core.id.Id;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads ids in the spelling of any dialect, for one shows what another has made. */
public final class IdSpellings {
    private final Map<IdKind, List<String>> prefixes = new EnumMap<>(IdKind.class);

    /**
     * Reads what any of these show.
     *
     * @param dialects the prefixes of all of them
     */
    public IdSpellings(Collection<IdPrefixes> dialects) {
        for (var kind : IdKind.values()) {
            var all = new ArrayList<String>();
            dialects.forEach(dialect -> all.addAll(dialect.of(kind)));
            prefixes.put(kind, List.copyOf(all));
        }
    }

    /** The id with its prefix or without; empty for another kind's prefix and for what is none. */
    public Optional<Id> read(IdKind kind, String text) {
        for (var prefix : prefixes.getOrDefault(kind, List.of())) {
            if (text.startsWith(prefix)) return Id.parse(text.substring(prefix.length()));
        }
        return Id.parse(text);
    }

    /** What remains without a prefix of this kind; for ids that are no {@link Id}. */
    String bare(IdKind kind, String text) {
        for (var prefix : prefixes.getOrDefault(kind, List.of())) {
            if (text.startsWith(prefix)) return text.substring(prefix.length());
        }
        return text;
    }
}
