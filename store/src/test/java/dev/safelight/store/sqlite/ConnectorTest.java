package dev.safelight.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.safelight.store.sql.SqlFault;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class ConnectorTest {
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");

    @TempDir
    Path folder;

    private Connector connector() {
        var file = new StoreSettings.Location.File(folder.resolve("s.db"));
        return new Connector(new StoreSettings(file, 1, 100), CommitGate.OPEN);
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
        assertThatThrownBy(() -> connector().connect("no such thing ("))
                .isInstanceOf(SqlFault.class);
        assertThat(openFiles()).isZero();
    }

    @Test
    void a_writer_that_cannot_take_over_the_rows_leaves_no_connection() throws IOException {
        assumeThat(OPEN_FILES).isDirectory();
        var connector = connector();
        connector.prepare();
        try (var db = connector.connect()) {
            db.script("DROP TABLE checkpoint;\n");
        }
        assertThatThrownBy(connector::open).isInstanceOf(SqlFault.class);
        assertThat(openFiles()).isZero();
    }

    @Test
    void a_copy_is_whole_or_not_there_and_replaces_what_an_earlier_try_left() throws IOException {
        var connector = connector();
        connector.prepare();
        var copy = folder.resolve("copy.db");
        Files.writeString(copy, "half of an earlier try");
        Files.writeString(folder.resolve("copy.db.half"), "and of another");
        try (var db = connector.connect()) {
            Connector.snapshot(db, copy);
        }
        var kept = new Connector(
                new StoreSettings(new StoreSettings.Location.File(copy), 1, 100), CommitGate.OPEN);
        try (var db = kept.connect()) {
            assertThat(db.number("SELECT count(*) FROM clock")).isEqualTo(1);
        }
        assertThat(folder.resolve("copy.db.half")).doesNotExist();
    }
}
