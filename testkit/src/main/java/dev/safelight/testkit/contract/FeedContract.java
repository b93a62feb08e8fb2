package dev.safelight.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.safelight.core.access.Principal;
import dev.safelight.core.access.SealedSecret;
import dev.safelight.core.account.KeyHandle;
import dev.safelight.core.feed.FeedEntry;
import dev.safelight.core.feed.FeedEvent;
import dev.safelight.core.feed.Subject;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.id.PassedCursor;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.task.Appended;
import dev.safelight.core.task.CommitListener;
import dev.safelight.core.task.LogEntry;
import dev.safelight.core.task.TaskChange;
import dev.safelight.core.webhook.EndpointId;
import dev.safelight.core.webhook.NewEndpoint;
import dev.safelight.core.webhook.Subscription;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** What an account's log tells, and to whom. */
abstract class FeedContract extends StoreSituation {

    /** All that follows a place, read in pages of this size. */
    private List<FeedEntry> read(Principal who, @Nullable Cursor after, int limit) {
        var read = new ArrayList<FeedEntry>();
        var feed = scene.store().feed();
        var page = scene.done(feed.read(who.account(), after, limit));
        read.addAll(page.entries());
        while (!page.isLast()) {
            page = scene.done(feed.read(who.account(), page.next(), limit));
            read.addAll(page.entries());
        }
        return read;
    }

    private List<Appended> listen() {
        var told = new ArrayList<Appended>();
        scene.store().listen(new CommitListener() {
            @Override
            public void committed(List<TaskChange> changes) {}

            @Override
            public void appended(Appended news) {
                told.add(news);
            }
        });
        return told;
    }

    private KeyHandle key(Principal who) {
        var keys = scene.done(scene.store().keys().list(who.account(), null, 1));
        return keys.entries().getFirst().handle();
    }

    private Cursor end() {
        return scene.done(scene.store().feed().end());
    }

    private static List<Subject> subjects(List<FeedEntry> entries) {
        return entries.stream().map(entry -> entry.event().subject()).toList();
    }

    @Test
    void knows_the_place_before_a_moment() {
        time.pass(Duration.ofSeconds(1));
        var before = end();
        var first = time.instant();
        scene.submit(order());
        time.pass(Duration.ofSeconds(1));
        var second = time.instant();
        scene.submit(order());
        var feed = scene.store().feed();
        assertThat(scene.done(feed.before(first))).isEqualTo(before);
        assertThat(read(ann, scene.done(feed.before(first)), 10)).hasSize(2);
        assertThat(read(ann, scene.done(feed.before(second)), 10)).hasSize(1);
        assertThat(scene.done(feed.before(second.plusMillis(1)))).isEqualTo(end());
        assertThat(read(ann, scene.done(feed.before(Instant.EPOCH)), 10))
                .isEqualTo(read(ann, null, 10));
    }

    @Test
    void tells_what_the_logs_of_its_tasks_tell_in_the_order_of_the_commits() {
        var from = end();
        var worker = scene.worker(2);
        var first = scene.running(order(), worker);
        var second = scene.running(order(), worker);
        scene.done(tasks().progress(first, 10));
        scene.done(tasks().complete(second, scene.result(1)));
        scene.done(tasks().cancel(ann.account(), first.task()));
        var told = new ArrayList<LogEntry>();
        var log = new ArrayList<LogEntry>();
        for (var entry : read(ann, from, 100)) {
            if (!(entry.event() instanceof FeedEvent.TaskChanged(var task, var line))) continue;
            if (task.equals(first.task())) told.add(line);
        }
        log.addAll(scene.log(ann, first.task()));
        assertThat(told).isEqualTo(log);
        assertThat(read(ann, from, 100)).hasSize(7);
    }

    @Test
    void tells_of_keys_grants_and_endpoints() {
        var bob = scene.account(50);
        scene.done(scene.store().ledger().grant(bob.account(), new Credits(7)));
        var endpoint = new EndpointId(scene.id());
        scene.done(scene.store()
                .endpoints()
                .add(new NewEndpoint(
                        endpoint,
                        new Subscription(
                                bob.account(), null, "https://example.com", "tools", Set.of()),
                        new SealedSecret("s"))));
        assertThat(read(bob, null, 100))
                .extracting(FeedEntry::event)
                .containsExactly(
                        new FeedEvent.KeyAdded(key(bob)),
                        new FeedEvent.Granted(new Credits(50)),
                        new FeedEvent.Granted(new Credits(7)),
                        new FeedEvent.EndpointAdded(endpoint));
    }

    @Test
    void tells_each_entry_once_whatever_the_size_of_a_page() {
        for (int i = 0; i < 10; i++) scene.accepted(order());
        var whole = read(ann, null, 1_000);
        for (int size = 1; size < 14; size++) assertThat(read(ann, null, size)).isEqualTo(whole);
        assertThat(read(ann, whole.get(4).cursor(), 3)).isEqualTo(whole.subList(5, whole.size()));
    }

    @Test
    void tells_nobody_of_another_accounts() {
        var bob = scene.account(100);
        scene.accepted(order());
        scene.accepted(Order.by(bob));
        assertThat(subjects(read(bob, null, 2)))
                .containsExactly(Subject.KEY, Subject.GRANT, Subject.TASK);
    }

    @Test
    void goes_on_from_the_same_place_after_a_restart() {
        scene.accepted(order());
        var place = end();
        var before = read(ann, null, 2);
        scene.store().reopen();
        var task = scene.accepted(order());
        assertThat(read(ann, null, 2)).startsWith(before.toArray(FeedEntry[]::new));
        assertThat(read(ann, place, 2))
                .extracting(FeedEntry::event)
                .extracting(event -> ((FeedEvent.TaskChanged) event).task())
                .containsExactly(task);
    }

    @Test
    void places_are_ordered_by_their_texts() {
        for (int i = 0; i < 40; i++) scene.accepted(order());
        var texts =
                read(ann, null, 9).stream().map(entry -> entry.cursor().text()).toList();
        assertThat(texts)
                .isSortedAccordingTo(Comparator.comparingInt(String::length)
                        .thenComparing(Comparator.naturalOrder()))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_place_that_retention_has_passed_is_told_with_the_earliest_one() {
        var early = read(ann, null, 9).getFirst().cursor();
        scene.accepted(order());
        var mark = end();
        var later = scene.accepted(order());
        scene.store().removeLog(mark);
        assertThatThrownBy(() -> read(ann, early, 9))
                .cause()
                .isInstanceOfSatisfying(
                        PassedCursor.class,
                        passed -> assertThat(passed.earliest()).isEqualTo(mark));
        assertThat(read(ann, mark, 9)).hasSize(1).isEqualTo(read(ann, null, 9));
        assertThat(read(ann, mark, 9).getFirst().event().toString()).contains(later.toString());
        scene.store().reopen();
        assertThatThrownBy(() -> read(ann, early, 9)).hasCauseInstanceOf(PassedCursor.class);
    }

    @Test
    void long_entries_make_short_pages() {
        var words = "{\"prompt\":\"" + "w".repeat(100_000) + "\"}";
        for (int i = 0; i < 9; i++) scene.accepted(order().saying(words));
        var from = end();
        for (int i = 0; i < 9; i++) scene.accepted(order().saying(words));
        var page = scene.done(scene.store().feed().read(ann.account(), from, 100));
        assertThat(page.entries()).hasSizeBetween(1, 3);
        assertThat(page.isLast()).isFalse();
        assertThat(read(ann, from, 100)).hasSize(9);
    }

    @Test
    void listeners_hear_whose_log_a_commit_added_to_whatever_it_is_about() {
        var told = listen();
        var before = end();
        var bob = scene.account(50);
        scene.done(scene.store().ledger().grant(bob.account(), new Credits(7)));
        var task = scene.accepted(order());
        scene.done(tasks().cancel(ann.account(), task));
        assertThat(told)
                .extracting(Appended::accounts)
                .containsExactly(
                        Set.of(bob.account()),
                        Set.of(bob.account()),
                        Set.of(ann.account()),
                        Set.of(ann.account()));
        assertThat(told.getFirst().before()).isEqualTo(before);
        assertThat(told.getLast().after()).isEqualTo(end());
        for (int i = 1; i < told.size(); i++)
            assertThat(told.get(i).before()).isEqualTo(told.get(i - 1).after());
    }

    @Test
    void nobody_hears_of_what_was_refused() {
        var told = listen();
        scene.submit(order().priced(CREDITS + 1));
        assertThat(told).isEmpty();
    }

    @Test
    void has_nothing_after_its_end() {
        scene.accepted(order());
        var page = scene.done(scene.store().feed().read(ann.account(), end(), 10));
        assertThat(page.entries()).isEmpty();
        assertThat(page.isLast()).isTrue();
    }
}
