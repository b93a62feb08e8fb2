package dev.safelight.testkit.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;

/** What the launcher says before it builds anything, and how it sums up a test run. */
class LauncherTest {
    private final Repository repository = Repository.here();

    @Nested
    class Called {
        @Test
        void bare_it_prints_the_help() throws Exception {
            var bare = run("", "./safelight");
            assertThat(bare.status()).isZero();
            assertThat(bare.text())
                    .contains("serve", "test", "image", "speech", "packs", "bench", "fmt", "help");
        }

        @Test
        void with_an_unknown_command_it_names_it_and_fails() throws Exception {
            var odd = run("", "./safelight", "paint");
            assertThat(odd.status()).isEqualTo(2);
            assertThat(odd.text()).contains("no command 'paint'").contains("./safelight serve");
        }

        @Test
        void with_a_wrong_jdk_it_says_so() throws Exception {
            var wrong = run(
                    "", "env", "SAFELIGHT_JAVA_HOME=" + repository.root(), "./safelight", "serve");
            assertThat(wrong.status()).isEqualTo(1);
            assertThat(wrong.text()).contains("is not a JDK 25");
        }
    }

    @Nested
    class SummingUp {
        private static final String PASSED = """
                  <testcase name="a" classname="T" time="0.1"/>
                """;
        private static final String FAILED = """
                  <testcase name="b" classname="T" time="0.1">
                    <failure message="1 &lt; 2&#10;why" type="x"><![CDATA[x]]></failure>
                """;
        private static final String SKIPPED = """
                  <testcase name="c" classname="T" time="0.1">
                    <skipped type="x"><![CDATA[org.x.Aborted: no ffmpeg
                """;

        @Test
        void all_passed_is_a_success() throws Exception {
            assertThat(sum("0", "", PASSED + PASSED))
                    .isEqualTo(new Result(0, "2 passed, 0 failed\n"));
        }

        @Test
        void a_failure_is_told_with_its_message() throws Exception {
            var sum = sum("0", "", PASSED + FAILED);
            assertThat(sum.status()).isEqualTo(1);
            assertThat(sum.text()).isEqualTo("failed: T.b: 1 < 2\n    why\n1 passed, 1 failed\n");
        }

        @Test
        void a_skip_is_told_with_its_reason_and_fails_when_strict() throws Exception {
            var mild = sum("0", "", PASSED + SKIPPED);
            assertThat(mild.status()).isZero();
            assertThat(mild.text()).contains("skipped: T.c: no ffmpeg");
            assertThat(mild.text()).endsWith("1 passed, 0 failed, 1 skipped\n");
            assertThat(sum("0", "true", PASSED + SKIPPED).status()).isEqualTo(1);
        }

        @Test
        void a_broken_build_is_a_failure_whatever_passed() throws Exception {
            var sum = sum("1", "", PASSED);
            assertThat(sum.status()).isEqualTo(1);
            assertThat(sum.text()).endsWith("1 passed, 1 failed\n");
        }

        @Test
        void no_test_at_all_is_no_success() throws Exception {
            assertThat(sum("0", "", "").status()).isEqualTo(1);
        }

        private Result sum(String status, String strict, String reports) throws Exception {
            return run(
                    reports,
                    "awk",
                    "-v",
                    "status=" + status,
                    "-v",
                    "strict=" + strict,
                    "-f",
                    ".ci/sum-up.awk");
        }
    }

    private record Result(int status, String text) {}

    private Result run(String input, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(command))
                .directory(repository.root().toFile())
                .redirectErrorStream(true)
                .start();
        try (var in = process.getOutputStream()) {
            in.write(input.getBytes(UTF_8));
        }
        String text = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Result(process.waitFor(), text);
    }
}
