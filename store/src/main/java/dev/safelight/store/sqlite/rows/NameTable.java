package dev.safelight.store.sqlite.rows;

import dev.safelight.store.sql.Columns;
import dev.safelight.store.sql.Query;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Small numbers for the names of tools, models, engines and dialects. The writer adds to them;
 * readers on other threads only look up what is committed.
 */
public final class NameTable {
    private final Map<String, Long> numbers = new ConcurrentHashMap<>();
    private final Map<Long, String> texts = new ConcurrentHashMap<>();

    /** A row. */
    public record Name(long number, String text) {
        public static Query.Reader<Name> over(Columns columns) {
            int number = columns.at("n");
            int text = columns.at("text");
            return row -> new Name(row.number(number), row.text(text));
        }
    }

    /** Forgets what a failed batch added; what is committed can be looked up all the while. */
    public void load(List<Name> stored) {
        Set<String> texts = new HashSet<>();
        for (var name : stored) {
            learn(name);
            texts.add(name.text());
        }
        numbers.keySet().retainAll(texts);
    }

    private void learn(Name name) {
        texts.put(name.number(), name.text());
        numbers.put(name.text(), name.number());
    }

    /** The number of a name, written now if it is new. Writer thread only, within a batch. */
    long number(Query<Name> insert, String text) {
        Long known = numbers.get(text);
        if (known != null) return known;
        var added = insert.bind(text).one();
        learn(added);
        return added.number();
    }

    public String text(long number) {
        String text = texts.get(number);
        if (text == null) throw new IllegalStateException("no name has number " + number);
        return text;
    }

    /** The number of a name that was ever used, or -1. Any thread. */
    public long find(String text) {
        return numbers.getOrDefault(text, -1L);
    }
}
