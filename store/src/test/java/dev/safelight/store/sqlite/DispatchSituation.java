package dev.safelight.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.access.Principal;
import dev.safelight.core.access.SealedSecret;
import dev.safelight.core.dispatch.Dispatch;
import dev.safelight.core.dispatch.DispatchLimits;
import dev.safelight.core.dispatch.DispatchPorts;
import dev.safelight.core.dispatch.Replays;
import dev.safelight.core.webhook.Delivery;
import dev.safelight.core.webhook.DeliveryForm;
import dev.safelight.core.webhook.Endpoint;
import dev.safelight.core.webhook.EndpointId;
import dev.safelight.core.webhook.NewEndpoint;
import dev.safelight.core.webhook.Parcel;
import dev.safelight.core.webhook.Subscription;
import dev.safelight.testkit.contract.Order;
import dev.safelight.testkit.contract.Scene;
import dev.safelight.testkit.simulation.PlainForm;
import dev.safelight.testkit.simulation.Receivers;
import dev.safelight.testkit.time.VirtualTime;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/** Dispatch over the embedded store, stepped in virtual time, with receivers in memory. */
abstract class DispatchSituation {
    static final String GOOD = "https://good.example/hook";
    static final String BAD = "https://bad.example/hook";
    static final DispatchLimits LIMITS = new DispatchLimits(4, 12, 16);

    /** More steps at one moment than this are a loop without an end. */
    private static final int ENOUGH = 20_000;

    private static final AtomicLong NAMES = new AtomicLong();
    final VirtualTime time = new VirtualTime(Instant.parse("2026-11-30T12:00:00Z"));
    final VirtualTime wall = new VirtualTime(Instant.parse("2031-01-01T00:00:00Z"));
    final Receivers receivers = new Receivers();
    DeliveryForm form = new PlainForm();
    HeldDeliveries deliveries;
    SqliteHarness harness;
    Scene scene;
    Principal ann;
    Dispatch dispatch;
    Replays replays;

    /** When each of the two wants to be called, as it said last. */
    private Instant nextOfDispatch;

    private Instant nextOfReplays;
    private boolean isWoken;

    /** How often dispatch was stepped. */
    int steps;

    @BeforeEach
    void open() {
        var name = "dispatch-" + NAMES.incrementAndGet();
        harness = new SqliteHarness(new StoreSettings.Location.Memory(name), time);
        scene = new Scene(harness, time);
        ann = scene.account(1_000_000);
        begin();
    }

    /** Dispatch as a process begins with it. */
    final void begin() {
        deliveries = new HeldDeliveries(harness.deliveries());
        var ports = new DispatchPorts(
                deliveries,
                receivers,
                form,
                new DispatchPorts.Clocks(time, wall),
                Runnable::run,
                new Random(7));
        dispatch = new Dispatch(ports, LIMITS, () -> isWoken = true);
        replays = new Replays(harness.replays(), harness.feed(), () -> isWoken = true);
        harness.deliveries().onWaiting(dispatch::hint);
        harness.deliveries().onWaiting(replays::hint);
        nextOfDispatch = time.instant();
        nextOfReplays = time.instant();
    }

    /** The process is killed where it stands, and starts again. */
    void restart() {
        harness.reopen();
        begin();
    }

    @AfterEach
    void close() {
        harness.close();
    }

    /** Does everything that there is to do at this moment. */
    void settle() {
        for (int turns = 0; ; turns++) {
            assertThat(turns).as("it rests at last").isLessThan(ENOUGH);
            harness.settle();
            boolean isDue = !nextOfDispatch.isAfter(time.instant())
                    || !nextOfReplays.isAfter(time.instant());
            if (!isDue && !isWoken) return;
            isWoken = false;
            nextOfDispatch = dispatch.step(time.instant());
            nextOfReplays = replays.step(time.instant());
            steps++;
        }
    }

    /** Lets time pass as the steps ask for it. */
    void pass(Duration duration) {
        var end = time.instant().plus(duration);
        settle();
        while (time.instant().isBefore(end)) {
            var next = nextOfDispatch.isBefore(nextOfReplays) ? nextOfDispatch : nextOfReplays;
            time.moveTo(next.isBefore(end) ? next : end);
            settle();
        }
    }

    EndpointId endpoint(String url) {
        return endpoint(ann, url);
    }

    EndpointId endpoint(Principal who, String url) {
        var wanted = new Subscription(who.account(), null, url, "tools", Set.of());
        var id = new EndpointId(scene.id());
        done(harness.endpoints().add(new NewEndpoint(id, wanted, new SealedSecret("s"))));
        return id;
    }

    /** Tasks of hers that end. */
    void ended(int tasks) {
        for (int i = 0; i < tasks; i++) ended(Order.by(ann));
    }

    void ended(Order order) {
        var task = scene.accepted(order);
        scene.done(harness.tasks().cancel(order.who().account(), task));
    }

    /** Something that is told to all of hers and taken, so that they are known to take it. */
    void taken() {
        ended(1);
        settle();
    }

    <T> T done(CompletableFuture<T> answer) {
        return scene.done(answer);
    }

    Endpoint found(EndpointId endpoint) {
        return done(harness.endpoints().find(ann.account(), endpoint)).orElseThrow();
    }

    List<Delivery> deliveries() {
        return done(harness.deliveries().list(ann.account(), null, null, 1_000)).deliveries();
    }

    List<Delivery.State> states() {
        return deliveries().stream().map(each -> each.progress().state()).toList();
    }

    static List<String> ids(List<Parcel> parcels) {
        return parcels.stream()
                .map(parcel -> Receivers.header(parcel, "webhook-id"))
                .toList();
    }
}
