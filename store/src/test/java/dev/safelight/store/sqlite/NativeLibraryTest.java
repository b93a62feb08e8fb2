package dev.safelight.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.util.LibraryLoaderUtil;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class NativeLibraryTest {
    private static final String NAME = LibraryLoaderUtil.getNativeLibName();

    private static final String PACKED = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + NAME;

    @TempDir
    Path folder;

    @Test
    void it_lies_where_it_was_asked_for_and_is_whole() throws IOException {
        var into = folder.resolve("native");

        NativeLibrary.unpack(into);

        assertThat(into.toFile().list()).containsExactly(NAME);
        try (var packed = getClass().getResourceAsStream(PACKED)) {
            assertThat(Files.readAllBytes(into.resolve(NAME))).isEqualTo(packed.readAllBytes());
        }
    }

    @Test
    void one_that_is_in_use_is_replaced_not_written_into() throws IOException {
        var used = Files.writeString(folder.resolve(NAME), "in use");
        try (var open = Files.newInputStream(used)) {
            NativeLibrary.unpack(folder);

            assertThat(open.readAllBytes()).asString().isEqualTo("in use");
        }
        assertThat(used).isNotEmptyFile();
        assertThat(Files.size(used)).isGreaterThan(100_000);
    }
}
