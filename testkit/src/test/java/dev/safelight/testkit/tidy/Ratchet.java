package dev.safelight.testkit.tidy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Breaches that are known and tolerated for now, one {@code path rule} a line. It only shrinks: an
 * entry whose breach is gone is a breach itself.
 */
record Ratchet(String path, Set<String> entries) {
    static Ratchet parse(String path, String text) {
        return new Ratchet(
                path,
                text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .collect(Collectors.toSet()));
    }

    /** The findings that are not tolerated, and the entries that nothing needs any more. */
    List<Finding> judge(List<Finding> findings) {
        Set<String> needed = findings.stream().map(Ratchet::entry).collect(Collectors.toSet());
        Stream<Finding> fresh =
                findings.stream().filter(finding -> !entries.contains(entry(finding)));
        Stream<Finding> stale = entries.stream()
                .filter(entry -> !needed.contains(entry))
                .sorted()
                .map(entry -> new Finding(path, 1, "ratchet", "remove '" + entry + "'"));
        return Stream.concat(fresh, stale).toList();
    }

    private static String entry(Finding finding) {
        return finding.path() + " " + finding.rule();
    }
}
