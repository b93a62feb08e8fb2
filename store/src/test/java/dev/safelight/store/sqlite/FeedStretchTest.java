package dev.safelight.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.access.Principal;
import dev.safelight.core.feed.FeedEntry;
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

/** An account's log and deliveries where one read looks at little of all accounts'. */
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
        var page = deliveries.list(ann.account(), null, 10).join();
        int empty = 0;
        for (; page.deliveries().isEmpty(); empty++) {
            assertThat(page.isLast()).isFalse();
            page = deliveries.list(ann.account(), page.next(), 10).join();
        }
        assertThat(empty).isEqualTo(2);
        assertThat(page.deliveries()).hasSize(1);
        assertThat(page.isLast()).isTrue();
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
