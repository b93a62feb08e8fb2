package dev.safelight.testkit.tidy;

import java.util.List;
import java.util.regex.Pattern;

/** Counts the lines of Java that are comment alone, among those that are not blank. */
record Comments(long comments, long lines) {
    private static final Pattern STRINGS = Pattern.compile("\"(\\\\.|[^\"\\\\])*\"|'\\\\?.'");

    static Comments of(List<SourceFile> files) {
        return files.stream()
                .map(file -> count(file.lines()))
                .reduce(new Comments(0, 0), Comments::plus);
    }

    double percent() {
        return lines == 0 ? 0 : 100.0 * comments / lines;
    }

    private Comments plus(Comments other) {
        return new Comments(comments + other.comments, lines + other.lines);
    }

    private static Comments count(List<String> lines) {
        long comments = 0;
        long written = 0;
        boolean inComment = false;
        boolean inText = false;
        for (String raw : lines) {
            if (raw.isBlank()) continue;
            written++;
            if (inText || raw.contains("\"\"\"")) {
                inText ^= raw.split("\"\"\"", -1).length % 2 == 0;
                continue;
            }
            String line = STRINGS.matcher(raw.strip()).replaceAll("\"\"");
            boolean opens = line.startsWith("/*");
            if (inComment || opens || line.startsWith("//")) comments++;
            inComment = (inComment || opens) && !line.endsWith("*/");
        }
        return new Comments(comments, written);
    }
}
