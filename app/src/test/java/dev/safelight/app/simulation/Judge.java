package dev.safelight.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.app.simulation.follow.Story;
import dev.safelight.core.task.TaskState;
import dev.safelight.core.task.TaskView;
import dev.safelight.core.webhook.Delivery;
import dev.safelight.testkit.audit.Audit;
import dev.safelight.testkit.audit.PortAudit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;

/** Holds what the callers were told against what is there once all is calm. */
final class Judge {
    private final World world;
    private final List<Caller> callers;

    Judge(World world, List<Caller> callers) {
        this.world = world;
        this.callers = callers;
    }

    void judge() {
        var store = world.process().server.store();
        var audit = new PortAudit(store.reads(), store.ledger(), world::done);
        long ended = 0;
        long told = 0;
        for (var caller : callers) {
            assertThat(caller.unknown).as("every submit is answered in the end").isEmpty();
            var views = audit.check(caller.who.account());
            judge(caller, views);
            ended += views.size();
            var deliveries = deliveries(caller);
            told += deliveries.size();
            var story = Story.of(store, world::done, caller.who.account(), views);
            story.judge(deliveries);
            world.followers.judge(story);
            assertThat(story.feed())
                    .as("the rows of the log of %s", caller.who.account())
                    .hasSize(entries(caller));
        }
        assertThat(told).as("I6: one row for each end").isEqualTo(ended);
        assertThat(world.process().isIdle()).as("I8: no run is left over").isTrue();
        assertThat(world.process().server.feedFollowers().size())
                .as("nobody is kept who follows no more")
                .isEqualTo(world.followers.waitingForFeeds());
        assertThat(world.process().server.waits().size())
                .as("nobody waits any more")
                .isZero();
        Audit.checkDrained(world.rows()::number);
    }

    private int entries(Caller caller) {
        var account = caller.who.account().number();
        return (int) world.rows().number("SELECT count(*) FROM event WHERE account=" + account);
    }

    private List<Delivery> deliveries(Caller caller) {
        var deliveries = world.process().server.store().deliveries();
        var account = caller.who.account();
        var page = world.done(deliveries.list(account, null, null, 1_000));
        var told = new ArrayList<>(page.deliveries());
        while (!page.isLast()) {
            page = world.done(deliveries.list(account, null, page.next(), 1_000));
            told.addAll(page.deliveries());
        }
        assertThat(told)
                .as("I6: each is taken at last, with the same bytes each time")
                .allSatisfy(delivery -> {
                    assertThat(delivery.progress().state()).isEqualTo(Delivery.State.DELIVERED);
                    var taken = world.hearers.taken(delivery.webhookId());
                    assertThat(taken).isEqualTo(Set.of("" + delivery.progress().body()));
                });
        assertThat(told)
                .extracting(Delivery::webhookId)
                .as("I6: each has an id of its own")
                .doesNotHaveDuplicates();
        return told;
    }

    private void judge(Caller caller, List<TaskView> views) {
        var made = new HashMap<String, Instant>();
        long spent = 0;
        for (var view : views) {
            var created = view.times().created();
            var other = made.put(view.input().json(), created);
            assertThat(other == null || apart(other, created).compareTo(Caller.KEPT) >= 0)
                    .as("I2: no task twice")
                    .isTrue();
            assertThat(view.isTerminal()).as("I8: %s", view).isTrue();
            var known = caller.tasks.get(view.id());
            if (known != null) known.see(view, known.sight());
            if (view.state() instanceof TaskState.Succeeded(var price, var output)) {
                spent += price.amount();
                output.assets().forEach(asset -> {
                    var found = world.done(world.process()
                            .server
                            .store()
                            .assets()
                            .find(caller.who.account(), asset));
                    assertThat(world.blobs.holds(found.orElseThrow().file().blob()))
                            .as("I7: the bytes are there")
                            .isTrue();
                });
            }
        }
        assertThat(caller.tasks.values()).as("I1: none is lost").allMatch(Known::hasEnded);
        var book = world.done(world.process().server.store().ledger().book(caller.who.account()));
        assertThat(book.spent())
                .as("I5: successes cost their price, nothing else")
                .isEqualTo(spent);
        assertThat(book.held()).as("I4: nothing stays held").isZero();
        assertThat(book.available()).as("I4").isEqualTo(-book.granted() - spent);
    }

    private static Duration apart(Instant one, Instant other) {
        return Duration.between(one, other).abs();
    }
}
