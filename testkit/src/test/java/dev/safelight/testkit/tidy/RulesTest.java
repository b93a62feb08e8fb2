package dev.safelight.testkit.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The rules find what they are there to find. */
class RulesTest {
    private static final String PATH = "core/src/main/java/dev/safelight/core/a/A.java";

    @Nested
    class InAnyText {
        @Test
        void white_space_tabs_and_width_are_found_with_their_line() {
            assertThat(text("a.sql", "fine\nspace \n\ttab\n" + "x".repeat(101)))
                    .containsExactly(
                            "a.sql:4: columns: 101 columns, at most 100",
                            "a.sql:2: trailing-space: white space at the end",
                            "a.sql:3: tab: a tab: use spaces");
        }

        @Test
        void documents_may_be_wide() {
            assertThat(text("a.md", "x".repeat(101))).isEmpty();
        }

        @Test
        void postponed_work_registries_and_machine_paths_are_found() {
            String registry = "https://registry" + ".npmjs.org/x";
            assertThat(text("a.md", "TO" + "DO\n" + registry + "\n see /" + "tmp/x"))
                    .extracting(line -> line.split(" ", -1)[1])
                    .containsExactly("postponed:", "registry-host:", "machine-path:");
        }

        @Test
        void words_that_only_look_like_machine_paths_are_fine() {
            assertThat(text("a.sh", "$ROOT/work/x /works /usr/lib/jvm target/tmp"))
                    .isEmpty();
        }

        @Test
        void a_file_over_a_mebibyte_is_found() {
            var big = new SourceFile("big.bin", (1 << 20) + 1, "");
            assertThat(TextRules.check(big)).extracting(Finding::rule).containsExactly("file-size");
        }

        private List<String> text(String path, String text) {
            var file = new SourceFile(path, text.length(), text);
            return TextRules.check(file).map(Finding::toString).toList();
        }
    }

    @Nested
    class InJava {
        @Test
        void long_files_and_methods_are_found() throws IOException {
            String body = "int x = 0;\n".repeat(60);
            assertThat(java("class A {\n@Deprecated\nvoid m() {\n" + body + "}}"))
                    .containsExactly(PATH + ":3: method-length: m has 62 lines, at most 60");
            assertThat(java("\n".repeat(300) + "class A {}"))
                    .containsExactly(PATH + ":301: file-length: 301 lines, at most 300");
        }

        @Test
        void wide_constructors_and_records_are_found() throws IOException {
            String seven = "(int a, int b, int c, int d, int e, int f, int g)";
            assertThat(java("class A {\nA" + seven + " {} void m" + seven + " {} }"))
                    .containsExactly(
                            PATH + ":2: parameters: constructor with 7 parameters, at most 6");
            assertThat(java("record A" + seven + " { static int z; }"))
                    .containsExactly(PATH + ":1: parameters: A has 7 components, at most 6");
            assertThat(java("record A(int a, int b) { static int c, d, e, f, g; }"))
                    .isEmpty();
        }

        @Test
        void vague_names_are_found() throws IOException {
            assertThat(java("package a.common; class A { interface TaskManager {} }"))
                    .containsExactly(
                            PATH + ":1: vague-name: TaskManager: name what it does",
                            PATH + ":1: vague-name: package common");
        }

        private List<String> java(String text) throws IOException {
            var file = new SourceFile(PATH, text.length(), text);
            return Parser.parse(List.of(file)).stream()
                    .flatMap(JavaRules::check)
                    .map(Finding::toString)
                    .toList();
        }
    }

    @Nested
    class InTheProject {
        @Test
        void a_package_without_a_word_and_long_poms_are_found() {
            var lone = new SourceFile(PATH, 1, "class A {}");
            var module = new SourceFile("core/pom.xml", 1, "\n".repeat(60));
            var parent = new SourceFile("pom.xml", 1, "\n".repeat(200));
            assertThat(ProjectRules.check(List.of(lone, module, parent)))
                    .extracting(Finding::rule)
                    .containsExactly("pom-length", "document-length", "package-info");
        }

        @Test
        void a_package_that_wants_dividing_is_found() {
            String folder = PATH.substring(0, PATH.lastIndexOf('/') + 1);
            var files = IntStream.rangeClosed(1, 31)
                    .mapToObj(n -> new SourceFile(folder + "A" + n + ".java", 1, "class A {}"))
                    .toList();
            assertThat(ProjectRules.check(files))
                    .extracting(Finding::rule)
                    .contains("package-size");
            assertThat(ProjectRules.check(files.subList(0, 30)))
                    .extracting(Finding::rule)
                    .doesNotContain("package-size");
        }
    }

    @Nested
    class OfTheRatchet {
        private final Finding known = new Finding("a/A.java", 9, "columns", "wide");

        @Test
        void a_known_breach_is_tolerated() {
            assertThat(ratchet("# why\na/A.java columns\n").judge(List.of(known)))
                    .isEmpty();
        }

        @Test
        void a_new_breach_is_not() {
            assertThat(ratchet("a/A.java tab").judge(List.of(known))).contains(known);
        }

        @Test
        void an_entry_that_nothing_needs_is_a_breach() {
            assertThat(ratchet("a/A.java columns").judge(List.of()))
                    .hasToString("[ratchet.txt:1: ratchet: remove 'a/A.java columns']");
        }

        private Ratchet ratchet(String text) {
            return Ratchet.parse("ratchet.txt", text);
        }
    }

    @Nested
    class OfFigures {
        @Test
        void the_middle_and_the_long_end_are_ranks() {
            var spread = Spread.of(Stream.iterate(100, n -> n - 1).limit(100).toList());
            assertThat(spread.median()).isEqualTo(50);
            assertThat(spread.percentile(99)).isEqualTo(99);
            assertThat(Spread.of(List.of()).median()).isZero();
        }

        @Test
        void a_comment_is_counted_and_a_string_is_not() {
            String code = """
                    /* a
                       b */
                    // c
                    String s = "/* no */"; // beside code
                    String t = \"""
                        // text
                        \""";

                    int x;
                    """;
            var comments = Comments.of(List.of(new SourceFile("A.java", 1, code)));
            assertThat(comments).isEqualTo(new Comments(3, 8));
        }
    }
}
