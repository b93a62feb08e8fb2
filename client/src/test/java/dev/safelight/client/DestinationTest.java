package dev.safelight.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A place is tried as far as that can be done without writing to it. */
@DisabledOnOs(OS.WINDOWS)
class DestinationTest {
    @TempDir
    private Path folder;

    private static int exit(List<String> command) throws Exception {
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    private static int sh(String script, Object... words) throws Exception {
        var command = new ArrayList<>(List.of("sh", "-c", script));
        for (var word : words) command.add(word.toString());
        return exit(command);
    }

    @Nested
    class WhatIsNoRegularFile {
        @Test
        void is_no_place_when_it_is_a_socket() throws IOException {
            Path socket = folder.resolve("socket.png");
            try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
                server.bind(UnixDomainSocketAddress.of(socket));
                Path link = Files.createSymbolicLink(folder.resolve("link.png"), socket);
                for (Path path : List.of(socket, link))
                    assertThatThrownBy(() -> Destination.at(path))
                            .isInstanceOf(IOException.class)
                            .hasMessageContaining("it is a socket");
            }
        }

        @Test
        void is_no_place_when_it_is_a_device_that_cannot_be_opened() throws Exception {
            assumeTrue(sh(": 2>/dev/null >/dev/tty") != 0, "needs to have no terminal");
            assertThatThrownBy(() -> Destination.at(Path.of("/dev/tty")))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("/dev/tty");
        }

        @Test
        void is_left_alone_when_it_is_a_pipe_that_nobody_reads_yet() throws Exception {
            Path pipe = folder.resolve("pipe");
            assertThat(sh("mkfifo $0", pipe)).isZero();
            assertThat(Destination.at(pipe)).isNotNull();
        }

        @ParameterizedTest
        @ValueSource(strings = {"none", "file", "null\u0000"})
        void is_no_place_without_a_temporary_folder(String temporary) throws Exception {
            Path pipe = folder.resolve("pipe");
            assertThat(sh("mkfifo $0 && touch $1", pipe, folder.resolve("file")))
                    .isZero();
            var usual = System.setProperty("java.io.tmpdir", folder + "/" + temporary);
            try {
                for (Path path : List.of(Path.of("/dev/null"), pipe))
                    assertThatThrownBy(() -> Destination.at(path))
                            .isInstanceOf(IOException.class)
                            .hasMessageContaining("temporary folder");
                Path regular = folder.resolve("cat.png");
                Destination.at(regular).write(to -> to.write(7));
                assertThat(regular).hasSize(1);
            } finally {
                System.setProperty("java.io.tmpdir", usual);
            }
        }
    }

    @Nested
    class AFileThatCannotBeRenamedOver {
        /** Writes to a file. Started where another file is mounted over that one. */
        static final class Writes {
            private Writes() {}

            public static void main(String[] args) throws Exception {
                Destination.at(Path.of(args[0])).write(to -> to.write('n'));
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"an older and longer file", "o", ""})
        void is_written_over(String old) throws Exception {
            assumeTrue(sh("unshare -rm true 2>/dev/null") == 0, "needs to mount");
            Path mounted = Files.writeString(folder.resolve("mounted"), old);
            Path target = Files.writeString(folder.resolve("cat.png"), "below");
            int exit = exit(List.of(
                    "unshare",
                    "-rm",
                    "sh",
                    "-c",
                    "mount --bind $0 $1 && exec $2 -cp $3 $4 $1",
                    mounted.toString(),
                    target.toString(),
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    System.getProperty("java.class.path"),
                    Writes.class.getName()));
            assertThat(exit).isZero();
            assertThat(mounted).hasContent("n");
            assertThat(target).hasContent("below");
            try (var names = Files.list(folder)) {
                assertThat(names).hasSize(2);
            }
        }
    }
}
