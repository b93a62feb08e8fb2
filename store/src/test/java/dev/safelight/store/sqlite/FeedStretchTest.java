package dev.safelight.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.access.KeyDigest;
import dev.safelight.core.access.Principal;
import dev.safelight.core.asset.AssetId;
import dev.safelight.core.asset.Blob;
import dev.safelight.core.asset.FileFacts;
import dev.safelight.core.asset.Inspection;
import dev.safelight.core.feed.FeedEntry;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.id.KeyId;
import dev.safelight.core.upload.NewUpload;
import dev.safelight.core.upload.Received;
import dev.safelight.testkit.contract.Order;
import dev.safelight.testkit.contract.Scene;
import dev.safelight.testkit.time.VirtualTime;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** An account's log, deliveries and files where one read looks at little of all accounts'. */
class FeedStretchTest {
    private static final long STRETCH = 5;

    @TempDir
    Path folder;

    private SqliteHarness harness;
    private Scene scene;
    private Principal ann;
    private Principal bob;

    @BeforeEach
    void open() {
        var time = new VirtualTime(Instant.parse("2026-11-22T12:00:00Z"));
        var file = new StoreSettings.Location.File(folder.resolve("s.db"));
        var limits = StoreLimits.ROOMY.withStretch(STRETCH);
        harness = new SqliteHarness(new StoreSettings(file, limits), time);
        scene = new Scene(harness, time);
        ann = scene.account(1_000);
        bob = scene.account(1_000);
    }

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    void a_page_may_be_empty_though_more_follows() {
        var place = scene.done(harness.feed().end());
        for (int i = 0; i < 12; i++) scene.accepted(Order.by(bob));
        var own = scene.accepted(Order.by(ann));
        var first = scene.done(harness.feed().read(ann.account(), place, 10));
        assertThat(first.entries()).isEmpty();
        assertThat(first.isLast()).isFalse();
        var second = scene.done(harness.feed().read(ann.account(), first.next(), 10));
        assertThat(second.entries()).isEmpty();
        assertThat(second.isLast()).isFalse();
        var third = scene.done(harness.feed().read(ann.account(), second.next(), 10));
        assertThat(third.entries()).hasSize(1);
        assertThat(third.entries().getFirst().event().toString()).contains(own.toString());
        assertThat(third.isLast()).isTrue();
    }

    @Test
    void a_page_that_is_full_where_a_stretch_ends_leaves_nothing_out() {
        for (int i = 0; i < 23; i++) scene.accepted(Order.by(i % 3 == 0 ? bob : ann));
        var whole = read(100);
        assertThat(whole).hasSize(15 + 2);
        for (int size = 1; size < 20; size++) assertThat(read(size)).isEqualTo(whole);
    }

    private List<FeedEntry> read(int size) {
        var all = new ArrayList<FeedEntry>();
        var page = harness.feed().read(ann.account(), null, size).join();
        all.addAll(page.entries());
        while (!page.isLast()) {
            page = harness.feed().read(ann.account(), page.next(), size).join();
            all.addAll(page.entries());
        }
        return all;
    }

    @Test
    void deliveries_of_others_make_empty_pages_too() {
        for (int i = 0; i < 12; i++) cancelled(bob);
        cancelled(ann);
        var deliveries = harness.deliveries();
        var page = deliveries.list(ann.account(), null, null, 10).join();
        int empty = 0;
        for (; page.deliveries().isEmpty(); empty++) {
            assertThat(page.isLast()).isFalse();
            page = deliveries.list(ann.account(), null, page.next(), 10).join();
        }
        assertThat(empty).isEqualTo(2);
        assertThat(page.deliveries()).hasSize(1);
        assertThat(page.isLast()).isTrue();
    }

    @Test
    void files_of_other_keys_make_empty_pages_too() {
        var other = new KeyId(ann.key().number() + 1_000);
        var own = brought(ann.key());
        for (int i = 0; i < 12; i++) brought(other);
        var files = harness.files();
        var page = files.list(ann.account(), ann.key(), null, 10).join();
        int empty = 0;
        for (; page.files().isEmpty(); empty++)
            page = files.list(ann.account(), ann.key(), page.next(), 10).join();
        assertThat(empty).isEqualTo(2);
        assertThat(page.files()).extracting(file -> file.asset().file().id()).containsExactly(own);
        assertThat(page.next()).isNull();
    }

    @Test
    void files_of_all_keys_are_listed_each_once_whatever_the_size_of_a_page() {
        var brought = new ArrayList<AssetId>();
        for (int i = 0; i < 13; i++) brought.addFirst(brought(ann.key()));
        for (int size = 1; size < 15; size++) {
            var listed = new ArrayList<AssetId>();
            Cursor place = null;
            do {
                var page =
                        harness.files().list(ann.account(), null, place, size).join();
                page.files().forEach(file -> listed.add(file.asset().file().id()));
                place = page.next();
            } while (place != null);
            assertThat(listed).isEqualTo(brought);
        }
    }

    private AssetId brought(KeyId key) {
        var id = new AssetId(scene.id());
        var wish = new NewUpload.Wish("a.png", null, false, null);
        var text = new KeyDigest("0".repeat(64));
        var received = new Received(
                new Blob("0".repeat(64), 1),
                new Inspection.Understood("image/png", FileFacts.picture(9, 9)));
        scene.done(
                harness.uploads().add(new NewUpload(id, ann.account(), key, text, wish), received));
        return id;
    }

    private void cancelled(Principal who) {
        var task = scene.accepted(Order.by(who).telling("https://example.com"));
        scene.done(harness.tasks().cancel(who.account(), task));
    }

    @Test
    void readers_miss_nothing_while_something_writes() {
        var file = folder.resolve("busy.db");
        var time = new VirtualTime(Instant.parse("2026-11-22T12:00:00Z"));
        try (var running = new RunningStore(file, time)) {
            var people = new Crowd(running);
            var answers = new ArrayList<CompletableFuture<?>>();
            for (int i = 0; i < 2_000; i++) answers.add(people.submit(i));
            var read = people.follow(1_000);
            answers.forEach(RunningStore::done);
            assertThat(read).doesNotHaveDuplicates().isEqualTo(people.whole());
        }
    }
}
