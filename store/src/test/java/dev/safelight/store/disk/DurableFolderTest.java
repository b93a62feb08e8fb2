package dev.safelight.store.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** What it syncs is seen from outside the process: {@code SilenceTest} of app. */
@DisabledOnOs(OS.WINDOWS)
class DurableFolderTest {
    @TempDir
    Path folder;

    @Test
    void those_above_are_made_too_and_only_the_last_gets_the_mode() throws IOException {
        var made = folder.resolve("a/b/c");

        DurableFolder.create(made, PosixFilePermissions.asFileAttribute(mode("rwx------")));

        assertThat(Files.getPosixFilePermissions(made)).isEqualTo(mode("rwx------"));
        assertThat(Files.getPosixFilePermissions(folder.resolve("a/b")))
                .isNotEqualTo(mode("rwx------"));
    }

    private static Set<PosixFilePermission> mode(String text) {
        return PosixFilePermissions.fromString(text);
    }

    @Test
    void one_that_is_there_keeps_its_files() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "kept");

        DurableFolder.create(folder);

        assertThat(file).hasContent("kept");
    }

    @Test
    void one_behind_a_link_is_taken_as_it_is() throws IOException {
        var real = Files.createDirectory(folder.resolve("real"));
        var link = Files.createSymbolicLink(folder.resolve("link"), real);

        DurableFolder.create(link.resolve("below"));

        assertThat(real.resolve("below")).isDirectory();
    }

    @Test
    void a_path_that_winds_is_followed() throws IOException {
        DurableFolder.create(folder.resolve("x/../y/./z"));

        assertThat(folder.resolve("y/z")).isDirectory();
    }

    @Test
    void a_file_in_its_place_is_an_error_and_stays() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "kept");

        assertThatThrownBy(() -> DurableFolder.create(file))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThatThrownBy(() -> DurableFolder.create(file.resolve("below")))
                .isInstanceOf(IOException.class);
        assertThat(file).hasContent("kept");
    }
}
