package dev.safelight.engines.illustrator.art;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads this package's tables: lines of a kind, a value, a colon, and entries between commas. */
public final class TableRows {
    private TableRows() {}

    /** One line. */
    public record Row(String kind, String value, List<String> entries) {}

    /** The table's lines without the comments. A missing or broken table is a broken build. */
    public static List<Row> of(Class<?> beside, String table) {
        try (InputStream in = beside.getResourceAsStream(table)) {
            if (in == null) throw new IllegalStateException(table + " is not on the class path");
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(TableRows::row)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(String line) {
        int colon = line.indexOf(':');
        int gap = line.indexOf(' ');
        List<String> entries = List.of(line.substring(colon + 1).strip().split("\\s*,\\s*"));
        return new Row(line.substring(0, gap), line.substring(gap + 1, colon), entries);
    }
}
