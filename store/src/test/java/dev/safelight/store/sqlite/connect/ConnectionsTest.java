package dev.safelight.store.sqlite.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.safelight.store.sql.SqlFault;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class ConnectionsTest {
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");

    @TempDir
    Path folder;

    private Connections connections() {
        return Connections.toFile(folder.resolve("s.db"));
    }

    private long openFiles() throws IOException {
        try (var files = Files.list(OPEN_FILES)) {
            return files.filter(this::isTheStore).count();
        }
    }

    private boolean isTheStore(Path link) {
        try {
            return Files.readSymbolicLink(link).startsWith(folder.toRealPath());
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }

    @Test
    void a_connection_that_cannot_be_set_up_is_closed() throws IOException {
        assumeThat(OPEN_FILES).isDirectory();
        assertThatThrownBy(() -> connections().connect("no such thing ("))
                .isInstanceOf(SqlFault.class);
        assertThat(openFiles()).isZero();
    }

    @Test
    void a_copy_is_whole_or_not_there_and_replaces_what_an_earlier_try_left() throws IOException {
        var connections = connections();
        connections.prepare().close();
        var copy = folder.resolve("copy.db");
        Files.writeString(copy, "half of an earlier try");
        Files.writeString(folder.resolve("copy.db.half"), "and of another");
        try (var db = connections.connect()) {
            Schema.snapshot(db, copy);
        }
        try (var db = Connections.toFile(copy).connect()) {
            assertThat(db.number("SELECT count(*) FROM clock")).isEqualTo(1);
        }
        assertThat(folder.resolve("copy.db.half")).doesNotExist();
    }
}
