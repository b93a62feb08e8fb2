package dev.safelight.testkit.contract;

import dev.safelight.core.access.Principal;
import dev.safelight.core.access.SealedSecret;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.task.Lease;
import dev.safelight.core.webhook.Attempt;
import dev.safelight.core.webhook.Delivery;
import dev.safelight.core.webhook.EndpointId;
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
abstract class DeliverySituation extends StoreSituation {
    static final String URL = "https://example.com/hook";

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

    /** What is due for an endpoint, once all that is fresh is lined up. */
    List<Delivery> due(EndpointId endpoint) {
        lineUp();
        return scene.done(scene.store().deliveries().due(endpoint, time.instant(), 100));
    }

    void lineUp() {
        var deliveries = scene.store().deliveries();
        scene.done(deliveries.lineUp(fresh().stream().map(Delivery::place).toList()));
    }

    List<Delivery> fresh() {
        return scene.done(scene.store().deliveries().fresh(null, 100));
    }

    List<Delivery> dueCallbacks() {
        lineUp();
        return scene.done(scene.store().deliveries().dueCallbacks(time.instant(), 100));
    }

    Lease succeeded(Order order) {
        var lease = scene.running(order, scene.worker(1));
        scene.done(tasks().complete(lease, scene.result(1)));
        return lease;
    }

    boolean attempted(Delivery delivery, Delivery.State state, Instant due) {
        var attempt = new Attempt(time.instant(), 503, Duration.ofMillis(7), "busy");
        return scene.done(
                scene.store().deliveries().attempted(delivery.place(), attempt, state, due));
    }

    /** The account's deliveries after a place, read in pages of this size. */
    List<Delivery> listed(@Nullable Cursor after, int size) {
        var all = new ArrayList<Delivery>();
        var deliveries = scene.store().deliveries();
        var page = scene.done(deliveries.list(ann.account(), after, size));
        all.addAll(page.deliveries());
        while (!page.isLast()) {
            page = scene.done(deliveries.list(ann.account(), page.next(), size));
            all.addAll(page.deliveries());
        }
        return all;
    }
}
