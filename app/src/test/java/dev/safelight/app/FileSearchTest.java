package dev.safelight.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.access.KeyDigest;
import dev.safelight.core.access.KeyText;
import dev.safelight.core.access.Mode;
import dev.safelight.core.access.NewKey;
import dev.safelight.core.access.Principal;
import dev.safelight.core.asset.AssetId;
import dev.safelight.core.asset.Blob;
import dev.safelight.core.asset.FileFacts;
import dev.safelight.core.asset.Inspection;
import dev.safelight.core.id.Ids;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.search.FileQuery;
import dev.safelight.core.search.FoundFile;
import dev.safelight.core.search.Indexing;
import dev.safelight.core.search.SearchIndex;
import dev.safelight.core.search.Searches;
import dev.safelight.core.task.Retries;
import dev.safelight.core.task.TaskRules;
import dev.safelight.core.upload.NewUpload;
import dev.safelight.core.upload.Received;
import dev.safelight.media.meaning.Meaning;
import dev.safelight.store.sqlite.CommitGate;
import dev.safelight.store.sqlite.SqliteStore;
import dev.safelight.store.sqlite.StoreSettings;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** The embedded store and the real model together, as a server has them. */
class FileSearchTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    private Path folder;

    private final Random random = new Random(1);
    private final Ids ids = new Ids(() -> NOON, random);
    private final Meaning meaning = new Meaning();
    private @Nullable SqliteStore opened;
    private SqliteStore store;
    private Searches searches;
    private Principal ann;

    @BeforeEach
    void open() {
        store = SqliteStore.open(
                new StoreSettings(
                        new StoreSettings.Location.File(folder.resolve("s.db")),
                        Limits.USUAL.store()),
                new SqliteStore.Surroundings(
                        new TaskRules(Retries.DEFAULT),
                        changes -> {},
                        this::write,
                        Runnable::run,
                        random,
                        CommitGate.OPEN));
        opened = store;
        searches = new Searches(store.search(), meaning, Runnable::run, Limits.USUAL.search());
        var key = KeyText.mint(Mode.LIVE, random);
        var account = new NewKey("ann", Mode.LIVE, key, Credits.ZERO, Limits.USUAL.firstKeys());
        ann = store.accounts().open(List.of(account)).join().getFirst();
    }

    /** Whatever is asked of the writer is done at once. */
    private void write() {
        if (opened != null) opened.writer().step(NOON);
    }

    @AfterEach
    void close() {
        searches.close();
        store.close();
    }

    private AssetId brought(String name, @Nullable String transcript) {
        var id = new AssetId(ids.next(1));
        var wish = new NewUpload.Wish(name, null, false, transcript);
        var upload =
                new NewUpload(id, ann.account(), ann.key(), new KeyDigest("ab".repeat(32)), wish);
        var blob = new Blob("%016x".formatted(random.nextLong()).repeat(4), 7);
        var kind = new Inspection.Understood("image/png", FileFacts.NONE);
        store.uploads().add(upload, new Received(blob, kind)).join();
        return id;
    }

    private List<FoundFile> found(String text) {
        var indexing = new Indexing(store.search(), meaning);
        for (var part : SearchIndex.Part.values())
            while (store.search().unread(part, 1).join().upTo() != null) indexing.step(NOON);
        return searches.find(new FileQuery(ann.account(), text, 10, null)).join();
    }

    @Test
    void a_phrase_without_a_common_word_finds_what_is_meant() {
        brought("IMG_0040.png", "quarterly sales figures by region");
        var dog = brought("IMG_0042.png", "a golden retriever surfing at sunset");
        brought("IMG_0043.png", "an old steam locomotive in the snow");
        brought("invoice-march.pdf", null);
        var found = found("dog on the beach");
        assertThat(found).hasSize(4);
        assertThat(found.getFirst().id()).isEqualTo(dog);
        assertThat(found.getFirst().similarity())
                .isBetween(.3, .99)
                .isGreaterThan(found.get(1).similarity() + .1);
    }

    @Test
    void the_name_of_a_file_is_compared_too() {
        brought("tax_return_2025.pdf", null);
        var cat = brought("sleeping-kitten.jpg", null);
        assertThat(found("a cat having a nap").getFirst().id()).isEqualTo(cat);
    }

    @Test
    void a_file_with_every_word_comes_before_one_that_is_only_near() {
        brought("IMG_0001.png", "a puppy playing in the waves");
        var named = brought("IMG_0002.png", "bill for beach dog kennel");
        assertThat(found("dog beach").getFirst()).isEqualTo(new FoundFile(named, 1));
    }

    @Test
    void a_phrase_in_japanese_leads_to_its_file() {
        var train = brought("IMG_0001.png", "汽車が雪の中を走る");
        brought("IMG_0002.png", "猫が日向で眠っている");
        brought("IMG_0003.png", "四半期の売上報告書");
        brought("IMG_0004.png", "a golden retriever surfing at sunset");
        assertThat(found("汽車").getFirst()).isEqualTo(new FoundFile(train, 1));
        assertThat(found("汽車").get(1).similarity()).isLessThan(.8);
        assertThat(found("雪の汽車").getFirst().id()).isEqualTo(train);
    }

    @Test
    void what_the_model_cannot_read_is_found_by_its_words_alone() {
        var cat = brought("IMG_0001.png", "แมวนอนหลับกลางแดด");
        brought("IMG_0002.png", "รถไฟวิ่งในหิมะ");
        var smile = brought("😀.png", null);
        brought("🚂.png", null);
        assertThat(found("แมว")).containsExactly(new FoundFile(cat, 1));
        assertThat(found("😀")).containsExactly(new FoundFile(smile, 1));
    }
}
