package dev.safelight.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.access.Principal;
import dev.safelight.core.access.SealedSecret;
import dev.safelight.core.feed.FeedEntry;
import dev.safelight.core.feed.FeedEvent;
import dev.safelight.core.feed.Subject;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.task.LogEntry;
import dev.safelight.core.webhook.EndpointId;
import dev.safelight.core.webhook.NewEndpoint;
import dev.safelight.core.webhook.Subscription;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
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

    private Cursor end() {
        return scene.done(scene.store().feed().end());
    }

    private static List<Subject> subjects(List<FeedEntry> entries) {
        return entries.stream().map(entry -> entry.event().subject()).toList();
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
                        new FeedEvent.KeyAdded(bob.key()),
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
    void has_nothing_after_its_end() {
        scene.accepted(order());
        var page = scene.done(scene.store().feed().read(ann.account(), end(), 10));
        assertThat(page.entries()).isEmpty();
        assertThat(page.isLast()).isTrue();
    }
}
