package dev.safelight.store.sqlite;

import dev.safelight.store.sql.Db;
import dev.safelight.store.sql.SqlFile;
import dev.safelight.store.sql.Statement;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Small numbers for the names of tools, models and engines. The writer adds to them; readers on
 * other threads only look up what is committed.
 */
final class Names {
    private final Map<String, Long> numbers = new ConcurrentHashMap<>();
    private final Map<Long, String> texts = new ConcurrentHashMap<>();

    /** Forgets what a failed batch added. */
    void load(Db db, SqlFile sql) {
        numbers.clear();
        db.prepare(sql.get("read-names")).each(row -> learn(row.number(), row.text()));
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
