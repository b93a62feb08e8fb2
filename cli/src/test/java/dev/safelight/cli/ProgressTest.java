package dev.safelight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.testkit.wire.Script;

import org.junit.jupiter.api.Test;

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
}
