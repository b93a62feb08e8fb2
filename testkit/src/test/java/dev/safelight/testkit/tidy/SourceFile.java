package dev.safelight.testkit.tidy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One file that git tracks or would track.
 *
 * @param path relative to the repository, with forward slashes
 * @param bytes its size
 * @param text the whole file, or empty when it is not text
 */
record SourceFile(String path, long bytes, String text) {
    static final String PACKAGE_INFO = "package-info.java";

    boolean isJava() {
        return path.endsWith(".java");
    }

    boolean isMain() {
        return path.contains("src/main/java/");
    }

    List<String> lines() {
        return text.lines().toList();
    }

    String folder() {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** A finding for each line that the check has something to say about. */
    Stream<Finding> eachLine(String rule, LineCheck check) {
        List<String> lines = lines();
        return IntStream.range(0, lines.size())
                .boxed()
                .flatMap(at -> check.complaint(lines.get(at)).stream()
                        .map(message -> new Finding(path, at + 1, rule, message)));
    }

    Stream<Finding> atMost(int limit, String rule) {
        int lines = lines().size();
        return lines <= limit
                ? Stream.empty()
                : Stream.of(new Finding(path, limit + 1, rule, lines + " lines, at most " + limit));
    }
}
