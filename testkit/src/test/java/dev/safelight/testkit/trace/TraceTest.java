package dev.safelight.testkit.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What is worth believing of a trace: each kind of negligence is found, and care is not. */
class TraceTest {
    private static final String NEW =
            "7 openat(AT_FDCWD, \"/d/a\", O_RDWR|O_CREAT, 0644) = 3</d/a>";
    private static final String WRITE = "7 pwrite64(3</d/a>, \"x\", 1, 0) = 1";
    private static final String SYNC = "7 fdatasync(3</d/a>) = 0";
    private static final String FOLDER = "7 fsync(4</d>) = 0";
    private static final String TOLD = "7 write(1<pipe:[9]>, \"done: it\\n\", 9) = 9";

    private static List<String> broken(String... lines) {
        return Trace.of(Arrays.asList(lines))
                .broken(Path.of("/d"), "done: ", Path.of("/d/w"), Path.of("/d/a"));
    }

    @Test
    void care_is_not_blamed() {
        assertThat(broken(NEW, WRITE, SYNC, FOLDER, TOLD)).isEmpty();
        assertThat(broken(NEW, WRITE, SYNC, FOLDER, TOLD, WRITE, SYNC, TOLD)).isEmpty();
        assertThat(broken(NEW, WRITE)).isEmpty();
    }

    @Test
    void bytes_that_were_not_synced_are_lost() {
        assertThat(broken(NEW, WRITE, FOLDER, TOLD)).containsExactly("done: it\\n: bytes of a");
        assertThat(broken(NEW, WRITE, SYNC, WRITE, FOLDER, TOLD)).hasSize(1);
        assertThat(broken(NEW, WRITE, "7 fdatasync(3</d/a>) = -1 EIO (broken)", FOLDER, TOLD))
                .hasSize(1);
    }

    @Test
    void a_name_is_lost_whose_folder_was_not_synced_since() {
        assertThat(broken(NEW, WRITE, SYNC, TOLD)).containsExactly("done: it\\n: the name of a");
        assertThat(broken(FOLDER, NEW, WRITE, SYNC, TOLD)).hasSize(1);
        var rename = "7 rename(\"/d/a\", \"/d/b\") = 0";
        assertThat(broken(NEW, WRITE, SYNC, FOLDER, rename, TOLD))
                .containsExactly("done: it\\n: the name of b");
        assertThat(broken("7 mkdir(\"/d/sub\", 0777) = 0", TOLD)).hasSize(1);
        assertThat(broken("7 mkdir(\"/d/sub\", 0777) = -1 EEXIST (it is there)", TOLD))
                .isEmpty();
    }

    @Test
    void a_sync_covers_only_what_came_before_it_began_and_only_once_it_ended() {
        var begins = "8 fdatasync(3</d/a> <unfinished ...>";
        var ends = "8 <... fdatasync resumed>) = 0";
        assertThat(broken(NEW, FOLDER, WRITE, begins, ends, TOLD)).isEmpty();
        assertThat(broken(NEW, FOLDER, WRITE, begins, TOLD, ends)).hasSize(1);
        assertThat(broken(NEW, FOLDER, begins, WRITE, ends, TOLD)).hasSize(1);
    }

    @Test
    void nothing_half_written_gets_its_name() {
        var rename = "7 rename(\"/d/a\", \"/d/b\") = 0";
        assertThat(broken(NEW, WRITE, rename))
                .containsExactly("named before its bytes were synced: a");
        assertThat(broken(NEW, WRITE, SYNC, rename)).isEmpty();
    }

    @Test
    void a_log_that_starts_over_leaves_its_pages_on_disk() {
        var over = "7 pwrite64(5</d/w>, \"x\", 32, 0) = 32";
        var further = "7 pwrite64(5</d/w>, \"x\", 24, 56) = 24";
        assertThat(broken(NEW, WRITE, further)).isEmpty();
        assertThat(broken(NEW, WRITE, over))
                .containsExactly("the log starts over before the database was synced");
        assertThat(broken(NEW, WRITE, "7 ftruncate(5</d/w>, 0) = 0")).hasSize(1);
        assertThat(broken(NEW, WRITE, SYNC, over)).isEmpty();
    }

    @Test
    void what_is_elsewhere_or_only_memory_loses_nothing() {
        assertThat(broken(
                        "7 openat(AT_FDCWD, \"/e/a\", O_RDWR|O_CREAT, 0644) = 3</e/a>",
                        "7 write(3</e/a>, \"x\", 1) = 1",
                        "7 ftruncate(3</d/s-shm>, 32768) = 0",
                        TOLD))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7 write(3</d/a>, \"x\", 1) = 1",
                "7 pwritev2(3</d/a>, [{iov_base=\"x\", iov_len=1}], 1, 0, RWF_HIPRI) = 1",
                "7 sendfile(3</d/a>, 9</e/b>, NULL, 4096) = 4096",
                "7 copy_file_range(9</e/b>, NULL, 3</d/a>, NULL, 4096, 0) = 4096",
                "7 fallocate(3</d/a>, 0, 0, 4096) = 0",
                "7 ftruncate(3</d/a>, 0) = 0",
            })
    void whatever_fills_a_file_is_a_write(String line) {
        assertThat(broken(NEW, SYNC, FOLDER, line, TOLD))
                .containsExactly("done: it\\n: bytes of a");
        assertThat(broken(NEW, FOLDER, line, SYNC, TOLD)).isEmpty();
    }

    @Test
    void a_second_name_of_a_file_is_one_more_to_make_durable() {
        var link = "7 linkat(AT_FDCWD</d>, \"a\", AT_FDCWD</e>, \"/d/b\", 0) = 0";
        assertThat(broken(NEW, WRITE, SYNC, FOLDER, link, TOLD))
                .containsExactly("done: it\\n: the name of b");
        assertThat(broken(NEW, WRITE, SYNC, link, FOLDER, TOLD)).isEmpty();
        assertThat(broken(NEW, WRITE, link))
                .containsExactly("named before its bytes were synced: a");
    }

    @Test
    void a_name_counts_however_it_is_given() {
        var relative = "7 mkdirat(4</d>, \"sub\", 0777) = 0";
        var working = "7 openat(AT_FDCWD</d/sub>, \"../b\", O_WRONLY|O_CREAT, 0600) = 5</d/b>";
        assertThat(broken(relative, TOLD)).containsExactly("done: it\\n: the name of sub");
        assertThat(broken(working, TOLD)).containsExactly("done: it\\n: the name of b");
        assertThat(broken(relative, working, FOLDER, TOLD)).isEmpty();
    }

    @Test
    void what_is_lost_in_the_end_counts_though_nobody_was_told() {
        var trace = Trace.of(List.of(NEW, WRITE, SYNC, "7 mkdir(\"/d/sub\", 0777) = 0"));
        assertThat(trace.losses(Path.of("/d"))).containsExactly("the name of a", "the name of sub");
    }

    @Nested
    class EachCall {
        private static final String BEGINS =
                "7 openat(AT_FDCWD</w>, \"/etc/hosts\",  <unfinished ...>";
        private static final String OTHER = "8 connect(3<socket:[1]>, {x} <unfinished ...>";
        private static final String RESUMES = "7 <... openat resumed>O_RDONLY) = 9</etc/hosts>";

        private static List<String> calls(String... lines) {
            return Trace.of(List.of(lines)).calls().stream()
                    .map(SystemCall::text)
                    .toList();
        }

        @Test
        void is_whole_though_another_came_between() {
            assertThat(calls(BEGINS, OTHER, RESUMES, "8 <... connect resumed>, 16) = 0"))
                    .containsExactly(
                            "openat(AT_FDCWD</w>, \"/etc/hosts\", O_RDONLY) = 9</etc/hosts>",
                            "connect(3<socket:[1]>, {x}, 16) = 0");
        }

        @Test
        void is_seen_though_it_never_ended() {
            assertThat(calls(OTHER, BEGINS, RESUMES))
                    .hasSize(2)
                    .last()
                    .isEqualTo("connect(3<socket:[1]>, {x})");
            assertThat(Trace.of(List.of(OTHER)).calls().getFirst().succeeds()).isFalse();
        }

        @Test
        void keeps_what_it_returned() {
            var call = Trace.of(List.of(BEGINS, RESUMES)).calls().getFirst();
            assertThat(call.opened()).contains(Path.of("/etc/hosts"));
            assertThat(calls("7 mkdir(\"/d\", 0777) = -1 EEXIST (File exists)"))
                    .containsExactly("mkdir(\"/d\", 0777) = -1 EEXIST (File exists)");
        }

        @Test
        void is_none_while_its_line_is_cut_off_or_tells_of_an_end() {
            assertThat(calls("7 connect(3<sock", "7 +++ exited with 0 +++", "", "7 <... conn"))
                    .isEmpty();
        }
    }
}
