package dev.safelight.core.dispatch;

import dev.safelight.core.id.Cursor;
import dev.safelight.core.time.Step;
import dev.safelight.core.webhook.AttemptOutcome;
import dev.safelight.core.webhook.Deliveries;
import dev.safelight.core.webhook.Delivery;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * Sends what is to be told. What was just decided is read in one order; what cannot be sent at once
 * is put into its line, and each line is worked off by itself, so that a receiver that hangs or
 * fails is in nobody's way. What it must not lose is in the store: after a restart it reads what is
 * fresh from the beginning, and looks into the lines.
 *
 * <p>A step never blocks. It is woken after commits and whenever something under way ends, and
 * looks by itself now and then, for a wake-up is only a hint. {@link #hint} and {@link #stop} may
 * be called by any thread; everything else is confined to the one that steps.
 */
public final class Dispatch implements Step {
    private static final int PAGE = 256;
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

    /** However often it is woken: a look reads the beginning of each line. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    /** After the store could not be read or written. */
    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(1);

    /** Before something that could not be worded is tried once more. */
    private static final Duration UNTIL_WORDED = Duration.ofMinutes(1);

    private final DispatchPorts ports;
    private final Deliveries deliveries;
    private final Runnable wake;
    private final Sending sending;
    private final Lanes lanes;
    private final WaitingLines lines = new WaitingLines();
    private final Alarms alarms = new Alarms();
    private final Set<Cursor> underWay = new HashSet<>();
    private final Queue<Runnable> answered = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<Void> rested = new CompletableFuture<>();
    private volatile boolean hinted = true;
    private volatile boolean stopping;
    private @Nullable Cursor freshAfter;
    private boolean isReadingFresh;
    private boolean hasMoreFresh = true;
    private boolean isLooking;
    private Instant lookAt = Instant.EPOCH;
    private Instant lookedAt = Instant.EPOCH;
    private Instant pausedUntil = Instant.MIN;

    /**
     * @param wake has this step called soon; any thread
     */
    public Dispatch(DispatchPorts ports, DispatchLimits limits, Runnable wake) {
        this.ports = ports;
        this.wake = wake;
        deliveries = ports.deliveries();
        sending = new Sending(ports, () -> stopping);
        lanes = new Lanes(limits);
    }

    /** Something may be to be sent. */
    public void hint() {
        hinted = true;
        wake.run();
    }

    /**
     * Starts no attempt any more.
     *
     * @return complete when those under way are recorded
     */
    public CompletableFuture<Void> stop() {
        stopping = true;
        wake.run();
        return rested;
    }

    @Override
    public Instant step(Instant now) {
        for (var answer = answered.poll(); answer != null; answer = answered.poll()) answer.run();
        if (stopping) {
            if (lanes.underWay() == 0) rested.complete(null);
            return Instant.MAX;
        }
        if (now.isBefore(pausedUntil)) return pausedUntil;
        if (hinted) {
            hinted = false;
            hasMoreFresh = true;
            lookAt = earlier(lookAt, lookedAt.plus(BETWEEN_LOOKS));
        }
        if (alarms.take(now)) lookAt = now;
        readFresh();
        look(now);
        serve(now);
        return nextStep(now);
    }

    private Instant nextStep(Instant now) {
        if (lines.areReady() && !lanes.areFull()) return now;
        var look = isLooking ? now.plus(LOOK_AGAIN) : lookAt;
        return earlier(look, earlier(alarms.next(), lines.nextRestEnds()));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** Has what comes of it done by the thread that steps. */
    private <T> void when(
            CompletableFuture<T> future, BiConsumer<@Nullable T, @Nullable Throwable> then) {
        var _ = future.whenComplete((value, fault) -> {
            answered.add(() -> then.accept(value, fault));
            wake.run();
        });
    }

    private void readFresh() {
        if (isReadingFresh || !hasMoreFresh) return;
        isReadingFresh = true;
        hasMoreFresh = false;
        when(deliveries.fresh(freshAfter, PAGE), (page, fault) -> {
            isReadingFresh = false;
            if (page == null) pause(fault);
            else take(page);
        });
    }

    /** Sends what can be sent at once, and puts the rest into its line. */
    private void take(List<Delivery> page) {
        var now = now();
        var late = new ArrayList<Delivery>();
        for (var delivery : page) {
            freshAfter = delivery.place();
            if (underWay.contains(delivery.place())) continue;
            var lane = lanes.of(delivery);
            boolean isFree = lane.hasRoom(now) && !lines.has(delivery.line());
            if (isFree && !lanes.areFull() && !stopping) start(delivery, lane);
            else late.add(delivery);
        }
        hasMoreFresh |= page.size() == PAGE;
        if (!late.isEmpty()) lineUp(late, now);
    }

    private void lineUp(List<Delivery> late, Instant due) {
        var places = late.stream().map(Delivery::place).toList();
        when(deliveries.lineUp(places, due), (done, fault) -> {
            if (fault != null) pause(fault);
            else if (due.isAfter(now())) alarms.add(due);
            else late.stream().map(Delivery::line).forEach(lines::grew);
        });
    }

    private void look(Instant now) {
        if (isLooking || now.isBefore(lookAt)) return;
        isLooking = true;
        lookedAt = now;
        lookAt = now.plus(LOOK_AGAIN);
        when(deliveries.linesDue(now), (found, fault) -> {
            isLooking = false;
            if (found == null) pause(fault);
            else found.forEach(lines::grew);
        });
    }

    private void serve(Instant now) {
        var ready = lines.takeReady(now);
        for (int at = 0; at < ready.size(); at++) {
            if (lanes.areFull()) {
                lines.putBack(ready.subList(at, ready.size()));
                return;
            }
            serve(ready.get(at), now);
        }
    }

    private void serve(WaitingLine line, Instant now) {
        var next = Instant.MAX;
        for (var each = line.ahead().iterator(); each.hasNext() && !lanes.areFull(); ) {
            var delivery = each.next();
            var lane = lanes.of(delivery);
            if (lane.hasRoom(now)) {
                each.remove();
                if (!underWay.contains(delivery.place())) start(delivery, lane);
            } else next = earlier(next, lane.nextChange(now));
        }
        if (line.holdsOthersUp()) putOff(line, now);
        if (line.wantsToRead()) read(line, now);
        else if (next.isBefore(Instant.MAX)) lines.rest(line, next);
        lines.tidy(line);
    }

    /** Callbacks to a host that takes none stand in the way of those to others: they go back. */
    private void putOff(WaitingLine line, Instant now) {
        var stuck = line.take(delivery -> lanes.of(delivery).isStuck(now));
        if (stuck.isEmpty()) return;
        line.begin(); // What is behind them is read once they are out of the way.
        var gone = stuck.stream().collect(Collectors.groupingBy(lanes::of)).entrySet().stream()
                .map(each -> goBack(each.getValue(), now.plus(each.getKey().putOff())))
                .toArray(CompletableFuture[]::new);
        when(CompletableFuture.allOf(gone), (done, fault) -> {
            line.end(List.of(), true);
            if (fault == null) lines.wake(line.line());
            else pause(fault);
        });
    }

    private CompletableFuture<Void> goBack(List<Delivery> late, Instant due) {
        alarms.add(due);
        return deliveries.lineUp(late.stream().map(Delivery::place).toList(), due);
    }

    private void read(WaitingLine line, Instant now) {
        line.begin();
        // Those under way stand in front until they are recorded.
        int limit = WaitingLine.AHEAD + lanes.underWay();
        when(deliveries.due(line.line(), now, limit), (page, fault) -> {
            if (page == null) {
                line.end(List.of(), true);
                pause(fault);
                return;
            }
            var idle = page.stream()
                    .filter(delivery -> !underWay.contains(delivery.place()))
                    .limit(WaitingLine.AHEAD)
                    .toList();
            line.end(idle, page.size() == limit);
            lines.wake(line.line());
        });
    }

    private void start(Delivery delivery, Lane lane) {
        underWay.add(delivery.place());
        lanes.begin(delivery, lane, now());
        when(sending.send(delivery, ports.random().nextDouble()), (sent, fault) -> {
            underWay.remove(delivery.place());
            var now = now();
            if (sent == null) pause(fault);
            else judge(delivery, lane, sent, now);
            lanes.end(delivery, lane, now);
            lines.wake(delivery.line());
        });
    }

    private void judge(Delivery delivery, Lane lane, Sent sent, Instant now) {
        switch (sent) {
            case Sent.Recorded(var outcome) -> judge(lane, outcome, now);
            case Sent.Withheld() -> {}
            case Sent.Unworded(var fault) -> {
                log(delivery.webhookId() + " could not be worded", fault);
                lane.failed(now);
                lineUp(List.of(delivery), now.plus(UNTIL_WORDED));
            }
            case Sent.Unrecorded(var fault) -> pause(fault);
        }
    }

    private void judge(Lane lane, AttemptOutcome outcome, Instant now) {
        switch (outcome) {
            case AttemptOutcome.Delivered() -> lane.succeeded();
            case AttemptOutcome.Again(var due) -> {
                lane.failed(now);
                alarms.add(due);
            }
            case AttemptOutcome.GivenUp(), AttemptOutcome.Gone() -> lane.failed(now);
        }
    }

    /** Whatever it was about is still in the store: all of it is read again after a while. */
    private void pause(@Nullable Throwable fault) {
        if (fault != null && now().isAfter(pausedUntil))
            log("deliveries wait for the store", fault);
        pausedUntil = now().plus(AFTER_A_FAULT);
        freshAfter = null;
        hinted = true;
    }

    private Instant now() {
        return ports.clocks().steady().instant();
    }

    private static void log(String what, Throwable fault) {
        System.getLogger(Dispatch.class.getName()).log(System.Logger.Level.WARNING, what, fault);
    }
}
