package dev.safelight.cli;

import dev.safelight.client.json.Json;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Prints answers for people: lists in columns, one thing as lines. */
final class Printed {
    private static final String GAP = "  ";
    private final Streams streams;

    Printed(Streams streams) {
        this.streams = streams;
    }

    /** A value of a member, down a path; empty where there is none. */
    static String text(Json from, String... path) {
        Json at = from;
        for (var name : path) at = at.at(name);
        return switch (at) {
            case Json.Text text -> text.value();
            case Json.Num number -> number.value().toPlainString();
            case Json.Bool bool -> Boolean.toString(bool.value());
            case Json.Arr array ->
                array.items().stream().map(Printed::text).collect(Collectors.joining(","));
            case Json.Obj object -> "";
            case Json.Null none -> "";
        };
    }

    /** A word alone on standard output, so that a script can take it. */
    void word(String word) {
        streams.out().println(Printable.of(word));
    }

    /** Something to know beside it. */
    void aside(String sentence) {
        streams.err().println(Printable.of(sentence));
    }

    void line(String name, String value) {
        streams.out().println(Printable.of("%-14s%s".formatted(name, value)));
    }

    /** A line for each row, the columns one below the other; and how to go on, beside it. */
    void table(List<String> head, List<List<String>> rows, Json.Obj answer) {
        var lines = new ArrayList<List<String>>();
        lines.add(head);
        lines.addAll(rows);
        for (var line : lines) streams.out().println(Printable.of(padded(line, lines)));
        String next = text(answer, "nextCursor");
        if (!next.isEmpty()) aside("There are more: --after " + next);
    }

    private static String padded(List<String> line, List<List<String>> lines) {
        var cells = new ArrayList<String>();
        for (int column = 0; column < line.size(); column++) {
            int at = column;
            int width =
                    lines.stream().mapToInt(row -> row.get(at).length()).max().orElse(0);
            String cell = line.get(column);
            cells.add(cell + " ".repeat(width - cell.length()));
        }
        return String.join(GAP, cells).stripTrailing();
    }
}
