package dev.safelight.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.safelight.testkit.wire.StandIn;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

class DownloadTest {
    private static final AssetId ID = new AssetId("asset_1");

    private final StandIn server = StandIn.start();
    private final Safelight safelight =
            Safelight.connect(server.origin(), StandIn.KEY, new TestTime().environment());

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void the_file_is_there_whole_and_alone() throws Exception {
        Path target = folder.resolve("cat.png");
        Asset asset = safelight.download(ID, target);
        assertThat(target).hasBinaryContent(server.file());
        assertThat(asset.contentType()).isEqualTo("image/png");
        assertThat(asset.bytes()).isEqualTo(server.file().length);
        assertThat(names()).containsExactly("cat.png");
    }

    @Test
    void an_older_file_is_replaced() throws Exception {
        Path target = Files.writeString(folder.resolve("cat.png"), "an older cat");
        safelight.download(ID, target);
        assertThat(target).hasBinaryContent(server.file());
    }

    @Test
    void bytes_that_were_changed_on_the_way_are_fetched_again() throws Exception {
        server.spoil("changed".getBytes(StandardCharsets.UTF_8));
        server.spoil(Arrays.copyOf(server.file(), 1_000));
        Path target = folder.resolve("cat.png");
        safelight.download(ID, target);
        assertThat(target).hasBinaryContent(server.file());
        assertThat(server.received("download-asset")).hasSize(3);
    }

    @Test
    void bytes_that_stay_changed_leave_the_older_file_as_it_was() throws Exception {
        for (int i = 0; i < 3; i++) server.spoil("changed".getBytes(StandardCharsets.UTF_8));
        Path target = Files.writeString(folder.resolve("cat.png"), "an older cat");
        assertThatThrownBy(() -> safelight.download(ID, target))
                .isInstanceOf(ConnectionException.class)
                .hasMessageContaining("not what was made");
        assertThat(target).hasContent("an older cat");
        assertThat(names()).containsExactly("cat.png");
    }

    @Test
    void a_folder_that_is_not_there_is_told_before_anything_is_fetched() {
        assertThatThrownBy(() -> safelight.download(ID, folder.resolve("none/cat.png")))
                .isInstanceOf(IOException.class);
        assertThat(server.received("download-asset")).isEmpty();
    }

    @Test
    void a_link_goes_on_pointing_to_the_new_file() throws Exception {
        Path target = Files.writeString(folder.resolve("real.png"), "an older cat");
        Path link = Files.createSymbolicLink(folder.resolve("link.png"), target);
        safelight.download(ID, link);
        assertThat(link).isSymbolicLink();
        assertThat(target).hasBinaryContent(server.file());
    }

    @Test
    void a_pipe_is_written_to_and_stays_a_pipe() throws Exception {
        Process reader = new ProcessBuilder(
                        "sh", "-c", "mkfifo pipe && echo ready && cat pipe > copy")
                .directory(folder.toFile())
                .start();
        assertThat(reader.inputReader().readLine()).isEqualTo("ready");
        Path pipe = folder.resolve("pipe");
        safelight.download(ID, pipe);
        assertThat(reader.waitFor()).isZero();
        assertThat(folder.resolve("copy")).hasBinaryContent(server.file());
        assertThat(Files.isRegularFile(pipe)).isFalse();
    }

    @Test
    void a_pipe_gets_the_whole_file_even_when_the_first_try_was_spoilt() throws Exception {
        server.spoil("changed".getBytes(StandardCharsets.UTF_8));
        Process reader = new ProcessBuilder(
                        "sh", "-c", "mkfifo pipe && echo ready && cat pipe > copy")
                .directory(folder.toFile())
                .start();
        assertThat(reader.inputReader().readLine()).isEqualTo("ready");
        safelight.download(ID, folder.resolve("pipe"));
        assertThat(reader.waitFor()).isZero();
        assertThat(folder.resolve("copy")).hasBinaryContent(server.file());
    }

    @Test
    void a_link_to_nothing_yet_makes_the_file_that_it_names() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link.png"), Path.of("real.png"));
        safelight.download(ID, link);
        assertThat(link).isSymbolicLink();
        assertThat(folder.resolve("real.png")).hasBinaryContent(server.file());
    }

    @Test
    void a_name_may_be_as_long_as_the_file_system_takes() throws Exception {
        Path target = folder.resolve("x".repeat(255));
        safelight.download(ID, target);
        assertThat(target).hasBinaryContent(server.file());
    }

    @Test
    void a_descriptor_is_written_to_where_it_stands() throws Exception {
        Path sum = Files.writeString(folder.resolve("sum"), "before ");
        try (var open = FileChannel.open(sum, StandardOpenOption.WRITE)) {
            assertThat(open.isOpen()).isTrue();
            Path descriptor = descriptorOf(sum);
            safelight.download(ID, descriptor);
        }
        byte[] all = Files.readAllBytes(sum);
        assertThat(new String(all, 0, 7, StandardCharsets.UTF_8)).isEqualTo("before ");
        assertThat(all).endsWith(server.file());
        assertThat(names()).containsExactly("sum");
    }

    private static Path descriptorOf(Path file) throws IOException {
        Path all = Path.of("/proc/self/fd");
        assumeTrue(Files.isDirectory(all), "needs /proc");
        try (Stream<Path> open = Files.list(all)) {
            return open.filter(one -> one.toFile().exists())
                    .filter(one -> isSame(one, file))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException gone) {
            return false;
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
