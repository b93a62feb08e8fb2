package dev.safelight.media.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Objects;

/** That a killed server leaves nothing is seen from outside: {@code SilenceTest} of app. */
class NativeLibraryTest {
    private static final String PROPERTY = "onnxruntime.native.path";
    private static final String[] NAMES = {
        NativeLibrary.fileName("onnxruntime"), NativeLibrary.fileName("onnxruntime4j_jni")
    };

    @TempDir
    Path folder;

    private String before;

    @BeforeEach
    void remember() {
        before = System.getProperty(PROPERTY, "");
    }

    @AfterEach
    void restore() {
        if (before.isEmpty()) System.clearProperty(PROPERTY);
        else System.setProperty(PROPERTY, before);
    }

    @Test
    void it_lies_where_it_was_asked_for_and_is_whole() throws IOException {
        var into = folder.resolve("native");

        NativeLibrary.unpack(into);

        assertThat(into.toFile().list()).containsExactlyInAnyOrder(NAMES);
        assertThat(Files.size(into.resolve(NAMES[0]))).isGreaterThan(10_000_000);
    }

    private Object key(String name) throws IOException {
        var key = Files.readAttributes(folder.resolve(name), BasicFileAttributes.class)
                .fileKey();
        return Objects.requireNonNull(key);
    }

    @Test
    void what_is_whole_is_left_alone_and_what_is_missing_comes_beside_it() throws IOException {
        NativeLibrary.unpack(folder);
        Files.delete(folder.resolve(NAMES[1]));
        var before = key(NAMES[0]);

        NativeLibrary.unpack(folder);

        assertThat(key(NAMES[0])).isEqualTo(before);
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder(NAMES);
    }

    /** A whole one, cut short or made longer, or something that was never one. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 12, 4_096, -1, -4_096})
    void one_of_another_version_is_replaced_and_whoever_runs_it_keeps_the_old(int size)
            throws IOException {
        NativeLibrary.unpack(folder);
        for (var name : NAMES) {
            var file = folder.resolve(name);
            var whole = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(whole, size < 0 ? whole.length - size : size));
            try (var running = FileChannel.open(file)) {
                long old = running.size();

                NativeLibrary.unpack(folder);

                assertThat(running.size()).isEqualTo(old);
            }
            assertThat(file).hasBinaryContent(whole);
        }
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder(NAMES);
    }

    @Test
    void nothing_is_half_there_when_the_folder_cannot_be_made() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "kept");

        assertThatThrownBy(() -> NativeLibrary.unpack(file.resolve("native")))
                .isInstanceOf(IOException.class);
        assertThat(folder.toFile().list()).containsExactly("file");
    }

    @Test
    void the_folder_of_the_property_is_filled() {
        System.setProperty(PROPERTY, folder.resolve("native").toString());

        NativeLibrary.unpackOrForget();

        assertThat(folder.resolve("native").toFile().list()).containsExactlyInAnyOrder(NAMES);
        assertThat(System.getProperty(PROPERTY))
                .isEqualTo(folder.resolve("native").toString());
    }

    @Test
    void a_folder_that_cannot_be_filled_is_forgotten_so_that_the_loader_helps_itself()
            throws IOException {
        var file = Files.writeString(folder.resolve("file"), "kept");
        System.setProperty(PROPERTY, file.resolve("native").toString());

        NativeLibrary.unpackOrForget();

        assertThat(System.getProperty(PROPERTY)).isNull();
    }

    @Test
    void without_the_property_nothing_is_unpacked() {
        System.clearProperty(PROPERTY);

        NativeLibrary.unpackOrForget();

        assertThat(folder).isEmptyDirectory();
    }
}
