package dev.safelight.media.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safelight.media.process.BoundedProgram.Bounds;
import dev.safelight.media.process.BoundedProgram.Ending;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What is run is the shell itself: whatever it can be told to do, a program could do. */
@EnabledOnOs(OS.LINUX)
class BoundedProgramTest {
    private static final Path SHELL = Path.of("/bin/sh");
    private static final Bounds BOUNDS =
            new Bounds(Duration.ofSeconds(1), Duration.ofSeconds(20), 64 << 20, 1 << 20);

    @TempDir
    Path folder;

    private Ending run(String script, Bounds bounds) throws IOException {
        var file = Files.writeString(folder.resolve("in"), "given");
        return new BoundedProgram(SHELL, Map.of("ONLY", "this"), bounds)
                .run(List.of("-c", script), Redirect.from(file.toFile()));
    }

    private static String text(Ending ending) {
        return new String(ending.output(), StandardCharsets.UTF_8);
    }

    @Test
    void what_it_writes_of_what_it_is_given_comes_back() throws IOException {
        var ending = run("read word; echo \"$word and $ONLY\"", BOUNDS);

        assertThat(ending.isGood()).isTrue();
        assertThat(text(ending)).isEqualTo("given and this\n");
    }

    @Test
    void more_than_a_pipe_holds_comes_back_whole() throws IOException {
        var ending = run("head -c 900000 /dev/zero", BOUNDS);

        assertThat(ending.isGood()).isTrue();
        assertThat(ending.output()).hasSize(900_000);
    }

    @Test
    void nothing_of_our_environment_is_there() throws IOException {
        assertThat(text(run("echo \"${HOME:-no} ${JAVA_HOME:-no}\"", BOUNDS))).isEqualTo("no no\n");
    }

    @Test
    void a_bad_end_is_told() throws IOException {
        assertThat(run("exit 3", BOUNDS).isGood()).isFalse();
    }

    @Test
    void no_file_can_be_written() throws IOException {
        var file = folder.resolve("written");

        run("echo text > " + file, BOUNDS);

        assertThat(Files.exists(file) ? Files.size(file) : 0).isZero();
    }

    @Test
    void it_is_killed_when_it_works_for_too_long() throws IOException {
        assertThat(run("while :; do :; done", BOUNDS).isGood()).isFalse();
    }

    @Test
    void it_gets_no_more_memory_than_it_may_have() throws IOException {
        var script = "a=aaaaaaaaaaaaaaaa; for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19"
                + " 20 21 22 23 24; do a=$a$a; done; echo done";

        assertThat(text(run(script, BOUNDS))).doesNotContain("done");
    }

    @Test
    void it_is_killed_when_it_writes_too_much() throws IOException {
        var ending = run("while :; do head -c 60000 /dev/zero; done", BOUNDS);

        assertThat(ending.isGood()).isFalse();
    }

    @Test
    void one_that_waits_for_ever_is_not_waited_for() {
        var soon = new Bounds(Duration.ofSeconds(1), Duration.ofMillis(50), 64 << 20, 100);

        assertThatThrownBy(() -> run("exec sleep 1000", soon))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("in time");
        assertThat(ProcessHandle.current().children()).as("it is gone by then").isEmpty();
    }

    @Test
    void one_that_is_not_there_is_told_apart_from_one_that_ends_badly() {
        var absent = new BoundedProgram(folder.resolve("absent"), Map.of(), BOUNDS);

        assertThatThrownBy(() -> absent.run(List.of(), Redirect.from(SHELL.toFile())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("does not run here");
    }
}
