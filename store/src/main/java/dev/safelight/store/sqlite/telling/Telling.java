package dev.safelight.store.sqlite.telling;

import dev.safelight.core.feed.FeedJson;
import dev.safelight.core.feed.Subject;
import dev.safelight.core.id.KeyId;
import dev.safelight.core.webhook.Attempt;
import dev.safelight.core.webhook.AttemptOutcome;
import dev.safelight.core.webhook.Delivery;
import dev.safelight.core.webhook.DeliveryRules;
import dev.safelight.core.webhook.DisableReason;
import dev.safelight.core.webhook.Endpoint;
import dev.safelight.core.webhook.EndpointRules;
import dev.safelight.core.webhook.Occasion;
import dev.safelight.store.sql.Db;
import dev.safelight.store.sql.SqlFile;
import dev.safelight.store.sqlite.rows.Counters;
import dev.safelight.store.sqlite.rows.Directory;
import dev.safelight.store.sqlite.rows.Directory.Listener;
import dev.safelight.store.sqlite.rows.EventTable;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * Decides who is told of what, in the open batch, and what becomes of that: one row for each
 * target, an endpoint that is disabled by what came back or by what waits. Confined to the writer
 * thread.
 */
public final class Telling {
    private final EventTable events;
    private final EndpointTable endpoints;
    private final DeliveryTable deliveries;
    private final ReplayTable replays;
    private final Listeners listeners;
    private final Backlog backlog;
    private final Known known;
    private final Consumer<Runnable> afterCommit;
    private boolean hasMore;

    /**
     * What others look up, or are told, as of the last commit.
     *
     * @param mostWaiting deliveries of an endpoint that have not ended, before it is disabled
     */
    public record Known(Directory directory, WaitingSignal signal, long mostWaiting) {}

    /** Where the log is written. */
    public record Log(EventTable events, Counters counters) {}

    public Telling(Db db, SqlFile sql, Log log, Known known, Consumer<Runnable> afterCommit) {
        this.known = known;
        this.afterCommit = afterCommit;
        events = log.events();
        endpoints = new EndpointTable(db, sql);
        deliveries = new DeliveryTable(db, sql, log.counters());
        replays = new ReplayTable(db, sql);
        listeners = new Listeners(known.directory());
        backlog = new Backlog(db, sql);
    }

    EndpointTable endpoints() {
        return endpoints;
    }

    DeliveryTable deliveries() {
        return deliveries;
    }

    ReplayTable replays() {
        return replays;
    }

    /** An entry of a task's log: its account, its row, the key that asked for it, its change. */
    public record TaskEntry(long account, long row, KeyId key, long change) {}

    /** Tells of a task's entry each endpoint that wants to know, and the task's own callback. */
    public void task(TaskEntry entry, Occasion occasion, boolean hasCallback, Instant now) {
        var active = listeners.of(entry.account());
        if (active.isEmpty() && !hasCallback) return;
        var told = new DeliveryTable.Entry(Subject.TASK, entry.row(), entry.change(), null);
        for (var listener : DeliveryRules.told(entry.key(), occasion, active, Listener::interest))
            add(listener, told, now);
        if (hasCallback) add(entry.account(), -entry.account(), told, now);
    }

    /** An entry about a file that was brought. */
    public record FileEntry(long account, long row, long change, String contentType) {}

    /** Tells of a file's entry each endpoint that wants to know. */
    public void file(FileEntry entry, List<Occasion> occasions, Instant now) {
        for (var occasion : occasions) {
            if (!DeliveryRules.fits(occasion, entry.contentType())) continue;
            var told = new DeliveryTable.Entry(Subject.FILE, entry.row(), entry.change(), occasion);
            var active = listeners.of(entry.account());
            for (var listener : DeliveryRules.told(occasion, active, Listener::interest))
                add(listener, told, now);
        }
    }

    /** One more for an endpoint, or too much waits for it. */
    private void add(Listener listener, DeliveryTable.Entry entry, Instant now) {
        long waiting = backlog.of(listener.row());
        if (EndpointRules.isOverfull(waiting, listener.waited(), known.mostWaiting()))
            disable(listener, DisableReason.BACKLOG, now);
        else add(listener.account(), listener.row(), entry, now);
    }

    long add(long account, long target, DeliveryTable.Entry entry, Instant now) {
        backlog.change(target, 1);
        hasMore = true;
        return deliveries.add(account, target, entry, now);
    }

    /** What there is to be told again is told, whatever became of it. */
    void replay(DeliveryTable.Row row, Instant now) {
        if (row.hasEnded()) backlog.change(row.target(), 1);
        deliveries.replay(row.number(), now);
        hasMore = true;
    }

    /** Keeps a payload, unless there is one; the one that counts, or null for no such delivery. */
    public @Nullable String render(long number, String body) {
        return deliveries.render(number, body);
    }

    /** It waits in its line until then, unless it has ended. */
    public void lineUp(long number, Instant due) {
        deliveries.lineUp(number, due);
    }

    /** An attempt at this URL, and what came of it. */
    public record Made(String url, Attempt attempt, AttemptOutcome outcome) {}

    /** Records an attempt and what becomes of delivery and endpoint; whether it had not ended. */
    public boolean attempted(long number, Made made, Instant now) {
        var attempt = made.attempt();
        var outcome = made.outcome();
        var changed = switch (outcome) {
            case AttemptOutcome.Again(var due) ->
                deliveries.attempted(number, attempt, Delivery.State.LINED_UP, due);
            case AttemptOutcome.Delivered() ->
                deliveries.attempted(number, attempt, Delivery.State.DELIVERED, null);
            case AttemptOutcome.GivenUp(), AttemptOutcome.Gone() ->
                deliveries.attempted(number, attempt, Delivery.State.FAILED, null);
        };
        if (changed == null) return false;
        if (!(outcome instanceof AttemptOutcome.Again)) backlog.change(changed.target(), -1);
        var endpoint = changed.target() > 0 ? endpoints.find(changed.target()) : null;
        if (endpoint == null) return true;
        boolean hasMoved = !made.url().equals(endpoint.listener().address().url());
        if (hasMoved) tellElsewhere(number, changed.target(), outcome, now);
        else judge(endpoint, outcome, now);
        return true;
    }

    /** What the address before would not take says nothing of the one that it moved to. */
    private void tellElsewhere(long number, long target, AttemptOutcome outcome, Instant now) {
        boolean isOver =
                outcome instanceof AttemptOutcome.GivenUp || outcome instanceof AttemptOutcome.Gone;
        if (!isOver) return;
        backlog.change(target, 1);
        deliveries.replay(number, now);
        hasMore = true;
    }

    private void judge(EndpointRow endpoint, AttemptOutcome outcome, Instant now) {
        var failing = EndpointRules.failing(outcome, endpoint.failing(), now);
        if (failing == null ? endpoint.failing() != null : !failing.equals(endpoint.failing()))
            endpoints.fail(endpoint.row(), failing);
        var reason = EndpointRules.disable(outcome, failing, now);
        if (reason != null && endpoint.state() == Endpoint.State.ACTIVE)
            disable(endpoint.listener(), reason, now);
    }

    /** It is told nothing until it is enabled again; what waits stays in its line. */
    void disable(Listener endpoint, DisableReason reason, Instant now) {
        deliveries.lineUpFresh(endpoint.row());
        endpoints.disable(endpoint.row(), reason);
        afterCommit.accept(listeners.follow(endpoint, false));
        log(endpoint, FeedJson.endpointDisabled(endpoint.id(), reason), now);
    }

    /** It is told again, and may work off what waits. */
    void enable(Listener endpoint, Instant now) {
        long waited = backlog.of(endpoint.row());
        endpoints.enable(endpoint.row(), waited);
        afterCommit.accept(listeners.follow(endpoint.waiting(waited), true));
        log(endpoint, FeedJson.endpointEnabled(endpoint.id()), now);
        hasMore = true;
    }

    /** It is gone, with what it was still to be told: that is shown as dropped at once. */
    void delete(Listener endpoint, Instant now) {
        deliveries.lineUpFresh(endpoint.row());
        deliveries.drop(endpoint.row());
        backlog.drop(endpoint.row());
        replays.delete(endpoint.row());
        endpoints.delete(endpoint.row());
        afterCommit.accept(listeners.follow(endpoint, false));
        log(endpoint, FeedJson.endpointDeleted(endpoint.id()), now);
    }

    /** It is told in this way from here on. */
    void follow(Listener active) {
        afterCommit.accept(listeners.follow(active, true));
    }

    /** It is told from here on, for the first time. */
    void listen(Listener endpoint, Instant now) {
        follow(endpoint);
        log(endpoint, FeedJson.endpointAdded(endpoint.id()), now);
    }

    long log(Listener endpoint, String body, Instant now) {
        return events.append(endpoint.account(), Subject.ENDPOINT, endpoint.row(), now, body);
    }

    /** A replay goes on. */
    void hasMore() {
        hasMore = true;
    }

    /** Writes what has gathered. Comes last: what it remembers is as good as written. */
    public void flush() {
        deliveries.flush();
        listeners.clear();
        backlog.flush();
        if (hasMore) afterCommit.accept(known.signal()::tell);
        hasMore = false;
    }

    /** Forgets what the batch changed. */
    public void clear() {
        deliveries.clear();
        listeners.clear();
        backlog.clear();
        hasMore = false;
    }
}
