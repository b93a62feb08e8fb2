package dev.safelight.store.sqlite.telling;

import dev.safelight.core.feed.FeedJson;
import dev.safelight.core.feed.Subject;
import dev.safelight.core.id.AccountId;
import dev.safelight.core.webhook.DeliveryRules;
import dev.safelight.core.webhook.Endpoint;
import dev.safelight.core.webhook.EndpointId;
import dev.safelight.core.webhook.Interest;
import dev.safelight.core.webhook.Occasion;
import dev.safelight.store.sqlite.rows.EventTable;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * Decides what is told though nothing happened: again, or as a test. In the open batch; confined
 * to the writer thread.
 */
public final class ReplayDecider {
    private final Telling telling;
    private final Instant now;

    /**
     * @param now the batch's instant
     */
    public ReplayDecider(Telling telling, Instant now) {
        this.telling = telling;
        this.now = now;
    }

    /** Sends one of an account's again; whether it has such a one. */
    public boolean replay(AccountId account, long number) {
        var row = telling.deliveries().find(account.number(), number);
        if (row == null) return false;
        telling.replay(row, now);
        return true;
    }

    /** Tells an active endpoint that nothing happened; the delivery's number, or null. */
    public @Nullable Long test(AccountId account, EndpointId id, EventTable events) {
        var endpoint = telling.endpoints().find(account, id);
        if (endpoint == null || endpoint.state() != Endpoint.State.ACTIVE) return null;
        long owner = account.number();
        long row = endpoint.row();
        long change = events.append(owner, Subject.TEST, row, now, FeedJson.endpointTested(id));
        var entry = new DeliveryTable.Entry(Subject.TEST, row, change, Occasion.TEST);
        return telling.add(owner, row, entry, now);
    }

    /** What came of the wish to begin a replay. */
    public sealed interface Begun {
        record Begins() implements Begun {}

        /** The account has no such endpoint. */
        record Absent() implements Begun {}

        /**
         * Something after the place was removed.
         *
         * @param earliest the change after which all is kept
         */
        record Passed(long earliest) implements Begun {}

        /** A place that nobody was given. */
        record BeyondEnd() implements Begun {}
    }

    /**
     * Begins to tell an endpoint again what is in the log after one change up to another.
     *
     * @param after null for the earliest that is kept
     */
    public Begun begin(AccountId account, EndpointId id, @Nullable Long after, long until) {
        var endpoint = telling.endpoints().find(account, id);
        if (endpoint == null) return new Begun.Absent();
        long earliest = telling.replays().earliest(account.number());
        long from = after == null ? earliest : after;
        if (from > until) return new Begun.BeyondEnd();
        if (from < earliest) return new Begun.Passed(earliest);
        telling.replays().begin(endpoint.row(), from, until);
        telling.hasMore();
        return new Begun.Begins();
    }

    /** A page of a replay, as it was when the page was read. */
    public record Page(AccountId account, EndpointId endpoint, long from, long to) {}

    /** Goes on behind a page; what it told is to follow. Null when it began again meanwhile. */
    public @Nullable EndpointRow carryOn(Page page) {
        var endpoint = telling.endpoints().find(page.account(), page.endpoint());
        if (endpoint == null) return null;
        if (!telling.replays().move(endpoint.row(), page.from(), page.to())) return null;
        telling.replays().endIfThere(endpoint.row());
        telling.hasMore();
        return endpoint;
    }

    /** Tells an endpoint an entry again, or for the first time if it wants to hear of it. */
    public void tell(EndpointRow endpoint, long change, Occasion occasion) {
        var listener = endpoint.listener();
        var facts = telling.replays().facts(listener.account(), change);
        if (facts == null) return;
        var name = facts.subject() == Subject.TASK ? null : occasion;
        var entry = new DeliveryTable.Entry(facts.subject(), facts.object(), change, name);
        var row = telling.deliveries().told(endpoint.row(), entry);
        if (row != null) telling.replay(row, now);
        else if (isWanted(listener.interest(), facts, occasion))
            telling.add(listener.account(), endpoint.row(), entry, now);
    }

    private static boolean isWanted(Interest interest, ReplayTable.Facts facts, Occasion occasion) {
        if (facts.key() != null) return interest.covers(facts.key(), occasion);
        var type = facts.contentType();
        return interest.covers(occasion) && DeliveryRules.fits(occasion, type == null ? "" : type);
    }
}
