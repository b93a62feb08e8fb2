package dev.safelight.app.silence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.testkit.trace.Trace;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What counts as speaking, in lines as strace 6 writes them. */
class FootprintTest {
    private static final Path WORKING = Path.of("/working");

    private static Footprint left(String... lines) {
        return new Footprint(Trace.of(Stream.of(lines).map(line -> "7 " + line).toList()), WORKING);
    }

    @Nested
    class OutOfTheMachine {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "connect(9<socket:[1]>, {sa_family=AF_INET, sin_port=htons(443),"
                            + " sin_addr=inet_addr(\"20.42.65.88\")}, 16) = 0",
                    "connect(9<socket:[1]>, {sa_family=AF_INET, sin_port=htons(53),"
                            + " sin_addr=inet_addr(\"10.0.0.2\")}, 16) = -1 ENETUNREACH (x)",
                    "connect(9<socket:[1]>, {sa_family=AF_INET6, sin6_port=htons(443),"
                            + " sin6_flowinfo=htonl(0), inet_pton(AF_INET6, \"2603::1\","
                            + " &sin6_addr), sin6_scope_id=0}, 28) = -1 EINPROGRESS (x)",
                    "sendto(9<socket:[1]>, \"\\1\\2\", 2, 0, {sa_family=AF_INET,"
                            + " sin_port=htons(53), sin_addr=inet_addr(\"8.8.8.8\")}, 16) = 2",
                    "sendmmsg(9<socket:[1]>, [{msg_hdr={msg_name={sa_family=AF_INET,"
                            + " sin_port=htons(53), sin_addr=inet_addr(\"9.9.9.9\")},"
                            + " msg_namelen=16}, msg_len=40}], 1, MSG_NOSIGNAL) = 1",
                    "sendmsg(9<socket:[1]>, {msg_name={sa_family=AF_INET6,"
                            + " sin6_port=htons(5353), inet_pton(AF_INET6, \"ff02::fb\","
                            + " &sin6_addr)}, msg_namelen=28}, 0) = 12",
                    "connect(9<socket:[1]>, {sa_family=AF_INET6, sin6_port=htons(80),"
                            + " inet_pton(AF_INET6, \"::ffff:8.8.8.8\", &sin6_addr)}, 28) = 0",
                    "connect(9<socket:[1]>, {sa_family=AF_VSOCK, svm_cid=0x2}, 16) = 0",
                    "connect(9<socket:[1]>, {sa_family=AF_UNIX,"
                            + " sun_path=\"/run/systemd/resolve/io.systemd.Resolve\"}, 42) = 0",
                    "io_uring_setup(8, {flags=0}) = 7<anon_inode:[io_uring]>",
                })
        void it_reaches(String line) {
            assertThat(left(line).reachedOut()).containsExactly(line);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "connect(9<socket:[1]>, {sa_family=AF_INET, sin_port=htons(8080),"
                            + " sin_addr=inet_addr(\"127.0.0.1\")}, 16) = 0",
                    "connect(9<socket:[1]>, {sa_family=AF_INET6, sin6_port=htons(80),"
                            + " inet_pton(AF_INET6, \"::1\", &sin6_addr)}, 28) = 0",
                    "connect(9<socket:[1]>, {sa_family=AF_INET6, sin6_port=htons(80),"
                            + " inet_pton(AF_INET6, \"::ffff:127.0.0.1\", &sin6_addr)}, 28) = 0",
                    "bind(9<socket:[1]>, {sa_family=AF_INET, sin_port=htons(80),"
                            + " sin_addr=inet_addr(\"0.0.0.0\")}, 16) = 0",
                    "connect(3<socket:[1]>, {sa_family=AF_UNIX,"
                            + " sun_path=\"/var/run/nscd/socket\"}, 110) = -1 ENOENT (x)",
                    "sendto(9<socket:[1]>, \"GET http://8.8.8.8/\", 2, 0, NULL, 0) = 2",
                    "socket(AF_INET, SOCK_STREAM, IPPROTO_IP) = 9<socket:[1]>",
                })
        void it_does_not_reach(String line) {
            assertThat(left(line).reachedOut()).isEmpty();
        }
    }

    @Nested
    class AName {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "openat(AT_FDCWD</working>, \"/etc/resolv.conf\", O_RDONLY|O_CLOEXEC)"
                            + " = 9</etc/resolv.conf>",
                    "openat(AT_FDCWD</working>, \"/etc/hosts\", O_RDONLY) = -1 ENOENT (x)",
                    "openat(5</etc>, \"hosts\", O_RDONLY) = 9</etc/hosts>",
                    "open(\"/etc/host.conf\", O_RDONLY) = 9</etc/host.conf>",
                    "openat(AT_FDCWD</working>, \"/etc/gai.conf\", O_RDONLY) = 9</etc/gai.conf>",
                    "sendto(9<socket:[1]>, \"\\2\\0\\0\\0\\r\\0\\0\\0\\6\\0\\0\\0hosts\\0\", 18,"
                            + " MSG_NOSIGNAL, NULL, 0) = 18",
                })
        void is_asked(String line) {
            assertThat(left(line).namesAsked()).containsExactly(line);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "openat(AT_FDCWD</working>, \"/etc/nsswitch.conf\", O_RDONLY)"
                            + " = 9</etc/nsswitch.conf>",
                    "openat(AT_FDCWD</working>, \"/working/etc/hosts\", O_RDONLY)"
                            + " = 9</working/etc/hosts>",
                    "sendto(9<socket:[1]>, \"\\2\\0\\0\\0\\v\\0\\0\\0\\7\\0\\0\\0passwd\\0\", 19,"
                            + " MSG_NOSIGNAL, NULL, 0) = 19",
                    "sendto(9<socket:[1]>, \"GET /hosts HTTP/1.1\", 19, 0, NULL, 0) = 19",
                    "+++ exited with 0 +++",
                })
        void is_not_asked(String line) {
            assertThat(left(line).namesAsked()).isEmpty();
        }
    }

    @Nested
    class AFile {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "openat(AT_FDCWD</working>, \"/person/.cache/id\", O_WRONLY|O_CREAT, 0600)"
                            + " = 9</person/.cache/id>",
                    "openat(AT_FDCWD</working>, \"../person/.cache/id\", O_RDWR)"
                            + " = 9</person/.cache/id>",
                    "openat(7</person/.cache>, \"id\", O_RDONLY|O_CREAT, 0600)"
                            + " = 9</person/.cache/id>",
                    "creat(\"/person/.cache/id\", 0600) = 9</person/.cache/id>",
                    "mkdir(\"/person/.cache/id\", 0700) = 0",
                    "mkdirat(7</person/.cache>, \"id\", 0700) = 0",
                    "rename(\"/permitted/id\", \"/person/.cache/id\") = 0",
                    "renameat2(AT_FDCWD</working>, \"a\", 7</person/.cache>, \"id\", 0) = 0",
                    "symlink(\"/permitted/id\", \"../person/.cache/id\") = 0",
                })
        void is_written_elsewhere(String line) {
            assertThat(left(line).writtenOutside(List.of(Path.of("/permitted"))))
                    .containsExactly(Path.of("/person/.cache/id"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "openat(AT_FDCWD</working>, \"/person/id\", O_RDONLY) = 9</person/id>",
                    "openat(AT_FDCWD</working>, \"/person/id\", O_WRONLY|O_CREAT) = -1 EACCES (x)",
                    "mkdir(\"/person\", 0700) = -1 EEXIST (File exists)",
                    "openat(AT_FDCWD</working>, \"/permitted/a/b\", O_RDWR) = 9</permitted/a/b>",
                    "openat(AT_FDCWD</working>, \"/dev/null\", O_WRONLY) = 9</dev/null>",
                    "openat(AT_FDCWD</working>, \"/proc/self/task/9/comm\", O_RDWR)"
                            + " = 9</proc/8/task/9/comm>",
                    "mkdir(\"../permitted/a\", 0700) = 0",
                })
        void is_not_written_elsewhere(String line) {
            assertThat(left(line).writtenOutside(List.of(Path.of("/permitted"))))
                    .isEmpty();
        }
    }

    @Nested
    class ANewFolder {
        private static final String ROOT = "mkdir(\"/a/new\", 0700) = 0";
        private static final String MADE = "mkdirat(9</a/new>, \"data\", 0700) = 0";
        private static final String SYNCED = "fsync(9</a/new>) = 0";
        private static final String ROOT_SYNCED = "fsync(9</a>) = 0";

        private static List<String> notDurable(String... lines) {
            return left(lines).namesNotDurable(Path.of("/a/new"));
        }

        @Test
        void is_durable_once_the_one_above_was_synced() {
            assertThat(notDurable(ROOT, ROOT_SYNCED, MADE, SYNCED)).isEmpty();
            assertThat(notDurable("mkdir(\"/a/other\", 0700) = 0")).isEmpty();
        }

        @Test
        void is_not_when_that_came_before_or_was_another_folder() {
            assertThat(notDurable(ROOT, ROOT_SYNCED, MADE)).containsExactly("the name of new/data");
            assertThat(notDurable(SYNCED, MADE)).containsExactly("the name of new/data");
            assertThat(notDurable(MADE, "fsync(9</a/new/data>) = 0"))
                    .containsExactly("the name of new/data");
            assertThat(notDurable(ROOT, MADE, SYNCED)).containsExactly("the name of new");
        }
    }
}
