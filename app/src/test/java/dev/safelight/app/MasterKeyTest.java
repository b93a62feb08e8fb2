package dev.safelight.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;

class MasterKeyTest {
    @TempDir
    private Path folder;

    private final Random random = new Random(1);

    private Path file() {
        return folder.resolve("master.key");
    }

    private byte[] open(boolean isNeeded) throws IOException {
        return MasterKey.open(file(), isNeeded, random);
    }

    @Test
    void is_drawn_once_and_read_from_then_on() throws IOException {
        var drawn = open(false);
        assertThat(drawn).hasSize(32);
        assertThat(open(false)).isEqualTo(drawn);
        assertThat(open(true)).isEqualTo(drawn);
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(file());
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void is_for_its_owner_alone() throws IOException {
        open(false);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void that_others_may_read_is_shut_before_it_is_used() throws IOException {
        var drawn = open(false);
        for (var mode : new String[] {"rw-r--r--", "rw-rw-rw-", "r--------"}) {
            Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString(mode));
            assertThat(open(true)).isEqualTo(drawn);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void is_never_drawn_anew_beside_what_the_lost_one_sealed() {
        assertThatThrownBy(() -> open(true))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file().toString())
                .hasMessageContaining("is missing")
                .hasMessageContaining("put the file back");
        assertThat(file()).doesNotExist();
    }

    @Test
    void that_is_cut_off_is_refused() throws IOException {
        open(false);
        Files.writeString(file(), Files.readString(file()).substring(0, 40));
        assertThatThrownBy(() -> open(true))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is not whole");
    }
}
