package dev.safelight.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.asset.AssetId;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.id.Id;
import dev.safelight.core.search.SearchIndex.Part;
import dev.safelight.core.search.Words;
import dev.safelight.store.sql.SqlFile;
import dev.safelight.store.sqlite.connect.Connections;
import dev.safelight.testkit.time.VirtualTime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;

/** What files are found by in a folder of a build that indexed words and meanings together. */
class EarlierIndexTest {
    private static final AccountId TESTER = new AccountId(2);
    private static final AssetId BROUGHT = new AssetId(new Id(0, 0xA1));
    private static final String SCRIPTS =
            "log-and-deliveries keys-and-audit limits along-keys audit-of-actors files search"
                    + " files-of-tasks deliveries log-mark";
    private static final String INDEXED = """
            INSERT INTO asset(n,id,account,digest,bytes,type,name,meta,created)
            VALUES(4,X'%032x',2,X'%064x',700,'image/png','cat.png','{}',1796010910000);
            UPDATE clock SET asset=4;
            INSERT INTO searchable(place,asset,id,account,key,vectors,again)
            SELECT 1, n, id, account, NULL, X'0000803F', 0 FROM asset WHERE n=4;
            INSERT INTO file_word(rowid, words) VALUES(4, '2wcat');
            UPDATE indexing SET file=4;
            PRAGMA user_version=11;
            """.formatted(0xA1, 1);

    @Test
    void keeps_its_words_and_tells_its_meanings_anew_uploads_first(@TempDir Path folder) {
        var file = folder.resolve("s.db");
        try (var db = Connections.toFile(file).connect()) {
            db.script(SqlFile.text(EarlierIndexTest.class, "schema-1-dump.txt"));
            int number = 1;
            for (var name : SCRIPTS.split(" ", -1))
                db.script(SqlFile.text(Connections.class, "%04d-%s.sql".formatted(++number, name)));
            db.script(INDEXED);
        }
        var time = new VirtualTime(Instant.parse("2026-11-30T03:56:00Z"));
        try (var harness = new SqliteHarness(new StoreSettings.Location.File(file), time)) {
            var index = harness.search();
            assertThat(index.vectors(TESTER, null, 10).join().files()).hasSize(1);
            assertThat(index.unread(Part.WORDS, 10).join().upTo()).isNull();
            var next = index.unread(Part.MEANING, 10).join().files().getFirst();
            assertThat(next.id()).isEqualTo(BROUGHT);
            var cat = Words.asked("cat").orElseThrow();
            assertThat(index.withWords(TESTER, null, cat, 10).join()).containsExactly(BROUGHT);
        }
    }
}
