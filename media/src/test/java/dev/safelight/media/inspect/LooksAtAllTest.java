package dev.safelight.media.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.safelight.media.ffmpeg.Ffmpeg;
import dev.safelight.testkit.hostile.HostileFiles;
import dev.safelight.testkit.trace.SystemCall;
import dev.safelight.testkit.trace.Trace;
import dev.safelight.testkit.trace.Tracer;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** All hostile files understood, and made smaller where they can be, by one small process. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64", disabledReason = "no ffmpeg comes along")
class LooksAtAllTest {
    /** A JVM with nothing loaded has some 4 MiB in use; the rest is what all of them may take. */
    private static final String HEAP = "-Xmx100m";

    /** With what the JVM takes besides. */
    private static final long MOST_MEBIBYTES = 200;

    @TempDir
    Path folder;

    @BeforeEach
    void prepare() throws IOException {
        Ffmpeg.unpack(Inspectors.FOLDER);
        Files.createDirectory(folder.resolve("files"));
    }

    private List<String> command(List<String> before) {
        var command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-Djava.awt.headless=true",
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path")),
                LooksAtAll.class.getName(),
                "target/ffmpeg",
                folder.resolve("files").toString()));
        return command;
    }

    private List<String> run(List<String> command) throws IOException, InterruptedException {
        var output = folder.resolve("output");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("it ends").isTrue();
            assertThat(process.exitValue()).as(Files.readString(output)).isZero();
            return Files.readAllLines(output);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void a_heap_of_100_megabytes_is_enough_for_them() throws Exception {
        LooksAtAll.fill(folder.resolve("files"), "http://127.0.0.1:9/");

        var looked = run(command(List.of()));

        assertThat(looked.stream().filter(line -> line.endsWith(" ms")))
                .hasSameSizeAs(HostileFiles.all(""));
        long mebibytes = Long.parseLong(looked.getLast().replaceAll("\\D", "")) / 1024;
        System.out.printf("* hostile files in a heap of 100 MiB: peak at %d MiB%n", mebibytes);
        assertThat(mebibytes).as("what decoders take beside the heap").isLessThan(MOST_MEBIBYTES);
    }

    @Test
    void no_socket_is_opened_and_no_other_file_for_their_sake() throws Exception {
        assumeTrue(Tracer.isPossible(folder), "strace is not installed, or may not trace");
        try (var canary = new Canary()) {
            LooksAtAll.fill(folder.resolve("files"), canary.address());
            var file = folder.resolve("trace");

            run(command(Tracer.before(file, Set.of("%network", "openat", "?open"), 200)));

            var calls = Trace.read(file).calls();
            var programs = calls.stream()
                    .filter(call -> call.arguments().contains("libavformat"))
                    .map(SystemCall::thread)
                    .collect(Collectors.toSet());
            assertThat(programs).hasSizeGreaterThan(20);
            var theirs = calls.stream()
                    .filter(call -> programs.contains(call.thread()))
                    .toList();
            assertThat(theirs)
                    .as("the programs ask for no socket at all")
                    .allMatch(call -> call.name().startsWith("open"));
            assertThat(theirs)
                    .as("nor for a file that an upload names")
                    .noneMatch(call -> call.arguments().contains("passwd"));
            assertThat(calls)
                    .filteredOn(call -> call.arguments().contains("AF_INET"))
                    .as("the JVM itself looks whether there is a network, and calls nobody")
                    .allMatch(call -> call.name().equals("socket"));
            assertThat(canary.heard()).isZero();
        }
    }
}
