package dev.safelight.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** A Markdown table. */
public final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... heads) {
        rows.add(List.of(heads));
    }

    public Table row(Object... cells) {
        var row = new ArrayList<String>();
        for (var cell : cells) row.add(String.valueOf(cell));
        rows.add(row);
        return this;
    }

    /** Prints it with a title above and columns of even width. */
    public void print(PrintStream out, String title) {
        int[] widths = new int[rows.getFirst().size()];
        for (var row : rows) {
            for (int i = 0; i < widths.length; i++)
                widths[i] = Math.max(widths[i], row.get(i).length());
        }
        out.println();
        out.println(title);
        out.println();
        for (int i = 0; i < rows.size(); i++) {
            out.println(line(rows.get(i), widths));
            if (i == 0) out.println(rule(widths));
        }
        out.flush();
    }

    private static String line(List<String> row, int[] widths) {
        var text = new StringBuilder("|");
        for (int i = 0; i < widths.length; i++) {
            String cell = row.get(i);
            text.append(' ').append(cell).append(" ".repeat(widths[i] - cell.length()));
            text.append(" |");
        }
        return text.toString();
    }

    private static String rule(int[] widths) {
        var text = new StringBuilder("|");
        for (int width : widths) text.append("-".repeat(width + 2)).append('|');
        return text.toString();
    }
}
