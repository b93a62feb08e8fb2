package dev.safelight.engines.illustrator.reading;

import dev.safelight.engines.illustrator.art.TableRows;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The words that tell where, when and how a scene plays. They are never drawn as objects. */
final class Lexicon {
    /** The longest phrase in the table, in words. */
    static final int LONGEST = 4;

    private static final Map<String, Hint> HINTS = load();

    private Lexicon() {}

    private static Map<String, Hint> load() {
        Map<String, Hint> hints = new HashMap<>();
        for (TableRows.Row row : TableRows.of(Lexicon.class, "lexicon.txt")) {
            Hint hint = Hint.of(row.kind(), row.value());
            for (String phrase : row.entries()) hints.putIfAbsent(phrase.replace('-', ' '), hint);
        }
        return Map.copyOf(hints);
    }

    static Optional<Hint> hint(String phrase) {
        return Optional.ofNullable(HINTS.get(phrase));
    }
}
