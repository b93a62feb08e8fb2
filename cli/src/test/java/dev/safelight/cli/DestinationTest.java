package dev.safelight.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** Where a file cannot go is told before it is paid for; where it can, it arrives. */
class DestinationTest extends AgainstAServer {
    @Nested
    class WhereNothingCanBeWritten {
        @Test
        void a_folder_that_is_not_there() {
            refused(at("none/cat.png"), "no such folder: " + at("none"));
            refused(at("none") + "/", "no such folder: " + at("none"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"cat.png/", "cat.png//", "cat.png/.", "cat/", "cat.tmp/", "pipe/"})
        void a_file_that_is_called_a_folder(String name) throws Exception {
            Path file = Files.writeString(folder.resolve(name.replaceAll("/.*", "")), "kept");
            refused(at("") + "/" + name, "not a folder");
            assertThat(file).hasContent("kept");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"-", "/dev/stdout", "/dev/stderr", "/dev/fd/1", "cat.jpg", "cat.tiff"})
        void what_needs_a_temporary_folder_where_there_is_none(String output) {
            var usual = System.setProperty("java.io.tmpdir", at("none"));
            try {
                refused(output.startsWith("cat") ? at(output) : output, "temporary folder");
                assertThat(host.outBytes()).isEmpty();
                assertThat(host.run("image", "a cat", "-o", at("cat.png"))).isZero();
            } finally {
                System.setProperty("java.io.tmpdir", usual);
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"-", "/dev/stdout", "/proc/self/fd/1", "/dev/stderr", "/dev/fd/2"})
        void a_standard_stream_that_is_closed(String output) {
            var closed = host.closed(output.endsWith("1") || output.endsWith("out") ? 1 : 2);
            if (output.equals("-")) closed = host.closed(1);
            assertThat(Cli.run(List.of("image", "a cat", "-o", output), closed)).isEqualTo(2);
            assertThat(server.received()).isEmpty();
        }

        @Test
        void a_folder_that_takes_no_files() {
            assumeTrue(Files.isDirectory(Path.of("/proc/self")), "needs /proc");
            refused("/proc/cat.png", "/proc");
            refused("/proc", "/proc");
        }

        @Test
        void what_is_not_to_be_written() throws IOException {
            Path closed = Files.createDirectory(folder.resolve("closed"));
            Path kept = Files.writeString(folder.resolve("kept.png"), "kept");
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-xr-xr-x"));
            Files.setPosixFilePermissions(kept, PosixFilePermissions.fromString("r--r--r--"));
            // Nothing is closed to root, whom the folder above stands for.
            if (Files.isWritable(closed)) return;
            refused(at("closed/cat.png"), "not allowed");
            refused(at("closed"), "not allowed");
            refused(kept.toString(), "not allowed");
            assertThat(kept).hasContent("kept");
        }

        @Test
        void a_name_that_is_too_long() {
            refused(at("x".repeat(300)), "too long");
        }

        @Test
        void a_file_in_the_place_of_a_folder() throws IOException {
            Files.writeString(folder.resolve("cat"), "");
            refused(at("cat/cat.png"), "not a folder");
        }

        @Test
        void a_folder_in_the_place_of_the_file() throws IOException {
            Files.createDirectory(folder.resolve("a-cat.png"));
            refused(folder.toString(), "is a folder");
        }

        @Test
        void a_link_into_the_void_or_in_a_circle() throws IOException {
            Files.createSymbolicLink(folder.resolve("void.png"), Path.of("none/cat.png"));
            Files.createSymbolicLink(folder.resolve("a.png"), Path.of("b.png"));
            Files.createSymbolicLink(folder.resolve("b.png"), Path.of("a.png"));
            refused(at("void.png"), "none");
            refused(at("a.png"), "links");
        }

        @Test
        void a_descriptor_that_is_not_open() {
            refused("/dev/fd/999", "/dev/fd/999");
        }

        @Test
        void no_name_at_all() {
            refused("", "-o");
        }

        private void refused(String output, String reason) {
            assertThat(host.run("image", "a cat", "-o", output)).isEqualTo(2);
            assertThat(host.err()).contains(reason).doesNotContain("Exception", "\tat ");
            assertThat(server.received()).isEmpty();
        }
    }

    @Nested
    class WhatIsNoRegularFile {
        @ParameterizedTest
        @ValueSource(strings = {"/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"})
        void standard_output_by_another_name_is_a_dash(String name) {
            assertThat(host.run("image", "a cat", "-o", name)).isZero();
            assertThat(host.outBytes()).isEqualTo(server.file());
            assertThat(host.err()).contains("80 credits");
            assertThat(host.run("image", "a cat", "--json", "-o", name)).isEqualTo(2);
        }

        @ParameterizedTest
        @ValueSource(strings = {"pipe", "pipe.jpg"})
        void a_pipe_is_written_through(String name) throws Exception {
            Process reader = new ProcessBuilder(
                            "sh", "-c", "mkfifo $0 && echo ready && cat $0 > copy", name)
                    .directory(folder.toFile())
                    .start();
            assertThat(reader.inputReader().readLine()).isEqualTo("ready");
            assertThat(host.run("image", "a cat", "-o", at(name))).isZero();
            assertThat(reader.waitFor()).isZero();
            assertThat(folder.resolve("copy")).isNotEmptyFile();
            assertThat(Files.isRegularFile(folder.resolve(name))).isFalse();
        }

        @Test
        void a_device_stays_a_device() {
            assertThat(host.run("image", "a cat", "-o", "/dev/null")).isZero();
            assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
        }

        @Test
        void a_full_device_says_so() {
            assumeTrue(Files.exists(Path.of("/dev/full")), "needs /dev/full");
            assertThat(host.run("image", "a cat", "-o", "/dev/full")).isEqualTo(1);
            assertThat(host.err()).contains("No space left on device", "task_");
        }

        @Test
        void a_link_to_a_file_that_is_not_there_makes_that_file() throws IOException {
            Path link = Files.createSymbolicLink(folder.resolve("link.png"), Path.of("real.png"));
            assertThat(host.run("image", "a cat", "-o", link.toString())).isZero();
            assertThat(link).isSymbolicLink();
            assertThat(folder.resolve("real.png")).hasBinaryContent(server.file());
        }
    }

    @Test
    void the_longest_name_that_the_file_system_takes_is_taken() {
        String name = "x".repeat(251) + ".png";
        assertThat(host.run("image", "a cat", "-o", at(name))).isZero();
        assertThat(folder.resolve(name)).hasBinaryContent(server.file());
    }

    @Test
    void trying_a_place_leaves_nothing_there() {
        server.close();
        assertThat(host.run("image", "a cat", "-o", at("cat.png"))).isEqualTo(3);
        assertThat(folder).isEmptyDirectory();
    }
}
