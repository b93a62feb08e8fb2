package dev.safelight.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.asset.Asset;
import dev.safelight.core.asset.AssetId;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Id;
import dev.safelight.core.library.FileState;
import dev.safelight.core.library.StoredFile;
import dev.safelight.store.sql.SqlFile;
import dev.safelight.store.sqlite.connect.Connections;
import dev.safelight.testkit.contract.Scene;
import dev.safelight.testkit.time.VirtualTime;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Files in a folder of a build that knew of no uploads; two rows stand for some all the same. */
class EarlierFilesTest {
    private static final AccountId TESTER = new AccountId(2);
    private static final String BROUGHT = """
            INSERT INTO asset
            VALUES(%d,X'%032x',2,NULL,X'%064x',%d,'image/png','a.png','{}',%d,NULL);
            """;

    @TempDir
    Path folder;

    private SqliteHarness harness;
    private Scene scene;

    @BeforeEach
    void open() {
        var file = folder.resolve("s.db");
        try (var db = Connections.toFile(file).connect()) {
            db.script(SqlFile.text(EarlierFilesTest.class, "schema-1-dump.txt"));
            db.script(BROUGHT.formatted(4, 0xA1, 1, 700, 1_796_010_910_000L));
            db.script(BROUGHT.formatted(5, 0xA2, 2, 77, 1_796_010_911_000L));
            db.script("UPDATE clock SET asset=5;\n");
        }
        var time = new VirtualTime(Instant.parse("2026-11-30T03:56:00Z"));
        harness = new SqliteHarness(new StoreSettings.Location.File(file), time);
        scene = new Scene(harness, time);
    }

    @AfterEach
    void close() {
        harness.close();
    }

    private List<StoredFile.Whole> list() {
        return harness.files().list(TESTER, null, null, 10).join().files();
    }

    @Test
    void are_listed_in_the_order_in_which_they_were_stored() {
        assertThat(list())
                .extracting(StoredFile.Whole::asset)
                .extracting(asset -> asset.file().name())
                .containsExactly("a.png", "a.png", "sandbox.wav", "sandbox.png", "sandbox.wav");
        assertThat(list())
                .extracting(file -> file.state().updated())
                .isEqualTo(list().stream()
                        .map(StoredFile.Whole::asset)
                        .map(Asset::created)
                        .toList());
    }

    @Test
    void take_the_room_that_they_took() {
        assertThat(harness.uploads().used(TESTER).join()).isEqualTo(777);
        assertThat(harness.registry().usage(TESTER).join().storageBytes()).isEqualTo(777);
    }

    @Test
    void can_be_shown_and_put_away() {
        var brought = new AssetId(new Id(0, 0xA1));
        var preview = new Id(1, 2);
        scene.done(harness.files().showPublicly(TESTER, brought, preview));
        assertThat(list().getFirst().asset().file().id()).isEqualTo(brought);
        scene.done(harness.files().archive(TESTER, brought));
        assertThat(list()).hasSize(4);
        assertThat(harness.files().findPublic(preview).join()).isEmpty();
    }

    @Test
    void wait_to_be_looked_at() {
        assertThat(list())
                .extracting(file -> file.state().study())
                .containsOnly(FileState.Study.WAITING);
        var taken = scene.done(harness.study().take());
        assertThat(taken.orElseThrow().file().id()).isEqualTo(new AssetId(new Id(0, 0xA1)));
    }
}
