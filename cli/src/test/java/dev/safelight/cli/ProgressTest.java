package dev.safelight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.testkit.wire.Fault;
import dev.safelight.testkit.wire.Script;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;

/** What a person sees while a task runs. */
class ProgressTest extends AgainstAServer {
    @Test
    void a_terminal_has_one_line_that_is_redrawn() {
        server.script(Script.done(0, 50));
        server.whenCalled(call -> host.advance(Duration.ofSeconds(1)));
        host.atATerminal().run("image", "a cat", "-o", at("cat.png"));
        assertThat(host.err())
                .doesNotContain("\n")
                .contains("\r[------------------------]   0%  3 s  queued\u001b[K")
                .contains("\r[############------------]  50%  4 s  running\u001b[K")
                .contains("\r[########################] 100%  5 s  done\u001b[K")
                .endsWith("\r\u001b[K");
    }

    @Test
    void a_log_has_a_line_when_something_changed_enough() {
        server.script(Script.done(0, 1, 2, 3, 30, 31));
        server.whenCalled(call -> host.advance(Duration.ofSeconds(1)));
        host.run("image", "a cat", "-o", at("cat.png"));
        assertThat(host.err().lines())
                .containsExactly(
                        "queued, 0%, 3 s",
                        "running, 1%, 4 s", "running, 30%, 7 s", "done, 100%, 9 s");
    }

    @Test
    void a_log_has_a_line_after_ten_seconds_at_the_latest() {
        server.script(Script.done(1, 1, 1));
        server.whenCalled(call -> host.advance(Duration.ofSeconds(6)));
        host.run("image", "a cat", "-o", at("cat.png"));
        assertThat(host.err().lines().filter("running, 1%"::equals).toList()).isEmpty();
        assertThat(host.err().lines().filter(line -> line.startsWith("running")))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"TERM, dumb", "TERM, ''", "NO_COLOR, 1", "NO_COLOR, yes", "NO_COLOR, 0"})
    void a_terminal_that_wants_no_escape_codes_gets_plain_lines(String name, String value) {
        server.script(Script.done(0, 50));
        host.atATerminal().variable(name, value).run("image", "a cat", "-o", at("cat.png"));
        assertThat(host.err()).contains("running, 50%").doesNotContain("\u001b", "\r");
    }

    @Test
    void an_empty_no_color_is_none() {
        host.atATerminal().variable("NO_COLOR", "").run("image", "a cat", "-o", at("cat.png"));
        assertThat(host.err()).contains("\u001b[K");
    }

    @Test
    void what_others_wrote_brings_no_escape_codes_in() {
        server.fault("create-session", Fault.refusal(400, "invalid", "a \u001b[31mred\u0007 word"));
        host.run("image", "a cat", "-o", at("cat.png"));
        host.run("image", "a cat", "-o", at("\u001b[31mnone/cat.png"));
        host.run("speech", "--file", at("\u001b]0;title\u0007"));
        host.run("image", "a cat", "--\u009b31m");
        host.run("image", "a cat", "--seed", "\u001b[2J");
        assertThat(host.err()).contains("word", "none", "title");
        assertThat(host.err()).doesNotContain("\u001b", "\u0007", "\u009b");
    }

    @Test
    void into_standard_error_goes_the_file_alone() {
        host.run("image", "a cat", "-o", "/dev/stderr");
        assertThat(host.errBytes()).isEqualTo(server.file());
        assertThat(host.out()).contains("80 credits");
    }
}
