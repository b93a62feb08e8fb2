package dev.safelight.store.sqlite;

import dev.safelight.store.sql.Statement;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Small numbers for the names of tools, models and engines. The writer adds to them; readers on
 * other threads only look up what is committed.
 */
final class Names {
    private final Map<String, Long> numbers = new ConcurrentHashMap<>();
    private final Map<Long, String> texts = new ConcurrentHashMap<>();

    /** Forgets what a failed batch added; what is committed can be looked up all the while. */
    void load(Statement read) {
        Set<String> stored = new HashSet<>();
        read.each(row -> {
            long number = row.number();
            String text = row.text();
            learn(number, text);
            stored.add(text);
        });
        numbers.keySet().retainAll(stored);
    }

    private void learn(long number, String text) {
        texts.put(number, text);
        numbers.put(text, number);
    }

    /** The number of a name, written now if it is new. Writer thread only, within a batch. */
    long number(Statement insert, String text) {
        Long known = numbers.get(text);
        if (known != null) return known;
        insert.bind(text).each(row -> learn(row.number(), text));
        return number(insert, text);
    }

    String text(long number) {
        String text = texts.get(number);
        if (text == null) throw new IllegalStateException("no name has number " + number);
        return text;
    }

    /** The number of a name that was ever used, or -1. Any thread. */
    long find(String text) {
        return numbers.getOrDefault(text, -1L);
    }
}
