package dev.safelight.testkit.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Walks the repository. What it tolerates stands in {@code ratchet.txt}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TidyTest {
    private static final String RATCHET = "ratchet.txt";
    // Asked only of a code base that has grown: a few records are all Javadoc.
    private static final double FEWEST_COMMENTS = 8;
    private static final double MOST_COMMENTS = 15;
    private static final int YOUNG = 3_000;

    private List<SourceFile> files = List.of();
    private List<Outline> outlines = List.of();

    @BeforeAll
    void read_the_repository() throws IOException, InterruptedException {
        files = Repository.here().files();
        outlines = Parser.parse(files);
    }

    @Test
    void every_file_keeps_the_house_rules() throws IOException {
        Stream<Finding> texts = files.stream().flatMap(TextRules::check);
        Stream<Finding> java = outlines.stream().flatMap(JavaRules::check);
        List<Finding> findings = Stream.of(texts, java, ProjectRules.check(files))
                .flatMap(found -> found)
                .toList();
        assertThat(ratchet().judge(findings)).isEmpty();
    }

    @Test
    void the_repository_was_really_read() {
        assertThat(files).extracting(SourceFile::path).contains("pom.xml", "core/pom.xml");
        assertThat(outlines).extracting(Outline::packageName).contains("dev.safelight.core.engine");
    }

    @Test
    void comments_are_neither_absent_nor_a_second_code_base() {
        Comments share = Comments.of(files.stream()
                .filter(file -> file.isJava() && !file.name().equals(SourceFile.PACKAGE_INFO))
                .toList());
        System.out.printf("* comments: %.1f %% of %d lines%n", share.percent(), share.lines());
        if (share.lines() > YOUNG)
            assertThat(share.percent()).isBetween(FEWEST_COMMENTS, MOST_COMMENTS);
    }

    @Nested
    class JavaFiles {
        @Test
        void are_60_lines_long_at_the_median() {
            var lengths = outlines.stream().map(o -> o.file().lines().size()).toList();
            assertThat(Spread.of(lengths).median()).isLessThanOrEqualTo(60);
        }
    }

    @Nested
    class Methods {
        @Test
        void are_5_lines_long_at_the_median() {
            assertThat(lengths().median()).isLessThanOrEqualTo(5);
        }

        @Test
        void exceed_40_lines_at_most_once_in_a_hundred() {
            assertThat(lengths().percentile(99)).isLessThanOrEqualTo(40);
        }

        private Spread lengths() {
            return Spread.of(outlines.stream()
                    .flatMap(outline -> outline.methods().stream())
                    .map(Outline.Method::lines)
                    .toList());
        }
    }

    private static Ratchet ratchet() throws IOException {
        try (var in = Objects.requireNonNull(TidyTest.class.getResourceAsStream(RATCHET))) {
            return Ratchet.parse(RATCHET, new String(in.readAllBytes(), UTF_8));
        }
    }
}
