package dev.safelight.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.access.Principal;
import dev.safelight.core.access.SealedSecret;
import dev.safelight.core.account.KeyHandle;
import dev.safelight.core.feed.FeedEntry;
import dev.safelight.core.feed.FeedEvent;
import dev.safelight.core.feed.Subject;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.task.Lease;
import dev.safelight.core.webhook.Attempt;
import dev.safelight.core.webhook.AttemptOutcome;
import dev.safelight.core.webhook.Delivery;
import dev.safelight.core.webhook.Endpoint;
import dev.safelight.core.webhook.EndpointId;
import dev.safelight.core.webhook.Line;
import dev.safelight.core.webhook.NewEndpoint;
import dev.safelight.core.webhook.Occasion;
import dev.safelight.core.webhook.Subscription;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A store with endpoints, and what is to be told to them. */
abstract class DeliverySituation extends FileSituation {
    static final String URL = "https://example.com/hook";
    static final AttemptOutcome DELIVERED = new AttemptOutcome.Delivered();

    EndpointId endpoint(Principal who, boolean onlyItsKey) {
        return endpoint(who, onlyItsKey, Set.of());
    }

    EndpointId endpoint(Principal who, boolean onlyItsKey, Set<Occasion> events) {
        var key = onlyItsKey ? who.key() : null;
        var wanted = new Subscription(who.account(), key, URL, "tools", events);
        var id = new EndpointId(scene.id());
        scene.done(scene.store()
                .endpoints()
                .add(new NewEndpoint(id, wanted, new SealedSecret("first"))));
        return id;
    }

    KeyHandle key(Principal who) {
        return scene.done(scene.store().keys().list(who.account(), null, 10))
                .entries()
                .getFirst()
                .handle();
    }

    void set(EndpointId endpoint, Endpoint.State state) {
        assertThat(scene.done(scene.store().endpoints().set(ann.account(), endpoint, state)))
                .isTrue();
    }

    Endpoint found(EndpointId endpoint) {
        return scene.done(scene.store().endpoints().find(ann.account(), endpoint))
                .orElseThrow();
    }

    /** Her endpoints, the newest first. */
    List<Endpoint> endpoints() {
        return scene.done(scene.store().endpoints().list(ann.account(), null, 100))
                .entries();
    }

    /** What is due for an endpoint, once all that is fresh is lined up. */
    List<Delivery> due(EndpointId endpoint) {
        lineUp();
        return due(new Line.OfEndpoint(endpoint));
    }

    private List<Delivery> due(Line line) {
        return scene.done(scene.store().deliveries().due(line, time.instant(), 100));
    }

    List<Line> linesDue() {
        return scene.done(scene.store().deliveries().linesDue(time.instant()));
    }

    void lineUp() {
        var deliveries = scene.store().deliveries();
        var places = fresh().stream().map(Delivery::place).toList();
        scene.done(deliveries.lineUp(places, time.instant()));
    }

    List<Delivery> fresh() {
        return scene.done(scene.store().deliveries().fresh(null, 100));
    }

    List<Delivery> dueCallbacks() {
        lineUp();
        return due(new Line.OfCallbacks(ann.account()));
    }

    Lease succeeded(Order order) {
        var lease = scene.running(order, scene.worker(1));
        scene.done(tasks().complete(lease, scene.result(1)));
        return lease;
    }

    static AttemptOutcome again(Instant due) {
        return new AttemptOutcome.Again(due);
    }

    boolean attempted(Delivery delivery, AttemptOutcome outcome) {
        var attempt = new Attempt(time.instant(), 503, Duration.ofMillis(7), "busy");
        return scene.done(scene.store().deliveries().attempted(delivery, attempt, outcome));
    }

    Delivery now(Delivery delivery) {
        var deliveries = scene.store().deliveries();
        return scene.done(deliveries.find(delivery.account(), delivery.place())).orElseThrow();
    }

    /** The account's deliveries after a place, read in pages of this size. */
    List<Delivery> listed(@Nullable Cursor after, int size) {
        return listed(null, after, size);
    }

    List<Delivery> listed(@Nullable EndpointId endpoint, @Nullable Cursor after, int size) {
        var all = new ArrayList<Delivery>();
        var deliveries = scene.store().deliveries();
        var page = scene.done(deliveries.list(ann.account(), endpoint, after, size));
        all.addAll(page.deliveries());
        while (!page.isLast()) {
            page = scene.done(deliveries.list(ann.account(), endpoint, page.next(), size));
            all.addAll(page.deliveries());
        }
        return all;
    }

    /** What the account's log tells of endpoints. */
    List<FeedEvent> toldOfEndpoints() {
        return scene.done(scene.store().feed().read(ann.account(), null, 1_000)).entries().stream()
                .map(FeedEntry::event)
                .filter(event -> event.subject() == Subject.ENDPOINT)
                .toList();
    }
}
