package dev.safelight.testkit.tidy;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules for every text file, whatever its language. */
final class TextRules {
    static final int COLUMNS = 100;
    static final long BYTES = 1 << 20;

    // Tables of documents and one-line dependencies of poms are wider, and better for it.
    private static final Set<String> WIDE = Set.of("md", "xml", "json", "svg", "csv", "txt");

    // Spelled so that the patterns do not find themselves.
    private static final Pattern POSTPONED = Pattern.compile("\\b(TO[D]O|FIX[M]E|XX[X])\\b");
    private static final Pattern REGISTRY = Pattern.compile(
            "repo1?[.]maven|registry[.](npmjs|yarnpkg)|npmmirror[.]|pypi[.](org|python)"
                    + "|pythonhosted[.]|deb[.]debian|proxy[.]golang|crates[.]io|huggingface[.]co");
    private static final Pattern MACHINE =
            Pattern.compile("(?<![\\w.$}<*-])/(work|root|tmp|home/\\w+|Users/\\w+)(?![\\w-])");

    private TextRules() {}

    static Stream<Finding> check(SourceFile file) {
        return Stream.of(
                        columns(file),
                        file.eachLine("trailing-space", TextRules::trailingSpace),
                        file.eachLine("tab", TextRules::tab),
                        file.eachLine("postponed", line -> found(POSTPONED, line)),
                        file.eachLine("registry-host", line -> found(REGISTRY, line)),
                        file.eachLine("machine-path", line -> found(MACHINE, line)),
                        size(file))
                .flatMap(findings -> findings);
    }

    private static Stream<Finding> columns(SourceFile file) {
        String name = file.name();
        if (WIDE.contains(name.substring(name.lastIndexOf('.') + 1))) return Stream.empty();
        return file.eachLine("columns", TextRules::tooWide);
    }

    private static Optional<String> tooWide(String line) {
        int width = line.codePointCount(0, line.length());
        return width <= COLUMNS
                ? Optional.empty()
                : Optional.of(width + " columns, at most " + COLUMNS);
    }

    private static Optional<String> trailingSpace(String line) {
        return line.equals(line.stripTrailing())
                ? Optional.empty()
                : Optional.of("white space at the end");
    }

    private static Optional<String> tab(String line) {
        return line.indexOf('\t') < 0 ? Optional.empty() : Optional.of("a tab: use spaces");
    }

    private static Optional<String> found(Pattern pattern, String line) {
        var matcher = pattern.matcher(line);
        return matcher.find() ? Optional.of("'" + matcher.group() + "'") : Optional.empty();
    }

    private static Stream<Finding> size(SourceFile file) {
        return file.bytes() <= BYTES
                ? Stream.empty()
                : Stream.of(new Finding(file.path(), 1, "file-size", file.bytes() + " bytes"));
    }
}
