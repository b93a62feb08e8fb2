package dev.safelight.engines.speech.english;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tables beside these classes: a row a line, columns parted by free bars, # for remarks. */
final class Table {
    private Table() {}

    /** All rows in their order. */
    static List<List<String>> rows(String name) {
        InputStream in = Table.class.getResourceAsStream(name);
        if (in == null) throw new IllegalStateException("the table " + name + " is missing");
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Table::columns)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Second column by first. */
    static Map<String, String> map(String name) {
        Map<String, String> map = new LinkedHashMap<>();
        for (List<String> row : rows(name)) map.put(row.get(0), row.get(1));
        return map;
    }

    private static List<String> columns(String line) {
        return Arrays.stream(line.split("(?<= )\\|(?= |$)", -1))
                .map(String::strip)
                .toList();
    }
}
