package dev.safelight.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is built on has a reason that somebody wrote down; no reason outlives what it is for. */
class DependenciesTest {
    private static final Path ROOT = Path.of("..");
    private static final Path REASONS = ROOT.resolve("docs/adr/0012-every-dependency-and-why.md");
    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>([^<]+)</artifactId>");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `([^`]+)` \\| [^|]*\\w[^|]* \\| [^|]*\\w[^|]* \\|$");

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Dependencies, plugins and what plugins are given, in all modules; ours and wildcards not. */
    private static Set<String> named() throws IOException {
        var named = new TreeSet<String>();
        try (Stream<Path> modules = Files.list(ROOT)) {
            var poms = Stream.concat(Stream.of(ROOT), modules)
                    .map(folder -> folder.resolve("pom.xml"))
                    .filter(Files::exists)
                    .toList();
            assertThat(poms).hasSizeGreaterThan(9);
            for (var pom : poms) named.addAll(found(ARTIFACT, Files.readString(pom)));
        }
        named.removeIf(artifact -> artifact.matches("safelight(-.*)?|[*]"));
        return named;
    }

    @Test
    void each_has_a_reason_and_each_reason_a_dependency() throws IOException {
        assertThat(found(ROW, Files.readString(REASONS))).isEqualTo(named());
    }

    @Test
    void a_row_without_words_is_no_reason() {
        assertThat(found(ROW, "| `left-pad` | core |  |\n| `left-pad` | core | - |\n"))
                .isEmpty();
        assertThat(found(ROW, "| `left-pad` | core | pads |\n")).containsExactly("left-pad");
    }
}
