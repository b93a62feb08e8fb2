package dev.safelight.core.dispatch;

import static java.util.stream.Collectors.groupingBy;

import dev.safelight.core.time.Step;
import dev.safelight.core.webhook.AttemptOutcome;
import dev.safelight.core.webhook.Deliveries;
import dev.safelight.core.webhook.Delivery;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

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

    /** Deliveries read ahead in all for each that may be under way, while there are few lines. */
    private static final int AHEAD = 8;

    /** After the store could not be read or written. */
    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(1);

    /** Before something that could not be worded is tried once more. */
    private static final Duration UNTIL_WORDED = Duration.ofMinutes(1);

    private final DispatchPorts ports;
    private final Deliveries deliveries;
    private final Runnable wake;
    private final Sending sending;
    private final ReceiverStates receivers;
    private final WaitingLines lines;
    private final FreshReading freshness = new FreshReading();
    private final LookSchedule looks = new LookSchedule();
    private final ActiveDeliveries active = new ActiveDeliveries();
    private final RareLog brokenOnes = new RareLog();
    private final RareLog faults = new RareLog();
    private final Answers answers;
    private final CompletableFuture<Void> rested = new CompletableFuture<>();
    private volatile boolean hinted = true;
    private volatile boolean stopping;
    private Instant pausedUntil = Instant.MIN;

    /**
     * @param wake has this step called soon; any thread
     */
    public Dispatch(DispatchPorts ports, DispatchLimits limits, Runnable wake) {
        this.ports = ports;
        this.wake = wake;
        answers = new Answers(wake);
        deliveries = ports.deliveries();
        sending = new Sending(ports, () -> stopping);
        receivers = new ReceiverStates(limits);
        lines = new WaitingLines(AHEAD * limits.all());
    }

    /** How many deliveries are read ahead; each has its payload in memory. */
    public int readAhead() {
        return lines.readAhead();
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
        answers.take();
        if (stopping) {
            if (receivers.underWay() == 0) rested.complete(null);
            return Instant.MAX;
        }
        if (now.isBefore(pausedUntil)) return pausedUntil;
        if (hinted) {
            hinted = false;
            freshness.grew();
            looks.soon();
        }
        readFresh();
        look(now);
        serve(now);
        return nextStep(now);
    }

    private Instant nextStep(Instant now) {
        if (lines.areReady() && !receivers.areFull()) return now;
        var look = looks.next(now);
        return look.isBefore(lines.nextRestEnds()) ? look : lines.nextRestEnds();
    }

    private void readFresh() {
        if (!freshness.wantsToRead()) return;
        int generation = freshness.begin();
        long read = active.beginRead();
        answers.when(deliveries.fresh(freshness.after(), PAGE), (page, fault) -> {
            boolean counts = freshness.end(generation);
            if (page == null) pause(fault);
            else if (counts) take(page, read);
            active.endRead(read);
        });
    }

    /** Sends what can be sent at once, and puts the rest into its line. */
    private void take(List<Delivery> page, long read) {
        var now = now();
        var late = new ArrayList<Delivery>();
        for (var delivery : page) {
            freshness.passed(delivery.place());
            if (!active.isIdle(delivery.place(), read)) continue;
            var receiver = receivers.of(delivery);
            if (isFree(delivery, receiver, now)) start(delivery, receiver, now);
            else late.add(delivery);
        }
        if (page.size() == PAGE) freshness.grew();
        if (!late.isEmpty()) lineUp(late, now);
    }

    private boolean isFree(Delivery delivery, ReceiverState receiver, Instant now) {
        return receivers.haveRoom(delivery, receiver, now)
                && !stopping
                && !lines.has(delivery.line())
                && !receivers.areFull(delivery.account());
    }

    private void lineUp(List<Delivery> late, Instant due) {
        answers.when(linedUp(late, due), (done, fault) -> {
            if (fault != null) pause(fault);
            else if (due.isAfter(now())) looks.at(due);
            else late.stream().map(Delivery::line).forEach(lines::grew);
        });
    }

    private CompletableFuture<Void> linedUp(List<Delivery> late, Instant due) {
        // What waits for the next start is found by it as it is.
        if (stopping) return CompletableFuture.completedFuture(null);
        return deliveries.lineUp(late.stream().map(Delivery::place).toList(), due);
    }

    private void look(Instant now) {
        if (!looks.begin(now)) return;
        answers.when(deliveries.linesDue(now), (found, fault) -> {
            looks.end();
            if (found == null) pause(fault);
            else found.forEach(lines::grew);
        });
    }

    private void serve(Instant now) {
        var ready = lines.takeReady(now);
        for (int at = 0; at < ready.size(); at++) {
            if (receivers.areFull()) {
                lines.putBack(ready.subList(at, ready.size()));
                return;
            }
            serve(ready.get(at), now);
        }
    }

    private void serve(WaitingLine line, Instant now) {
        boolean hasStarted = false;
        var full = new FullReceivers();
        for (var each = line.ahead().iterator(); each.hasNext(); ) {
            var delivery = each.next();
            if (receivers.areFull(delivery.account())) {
                // One that started something is woken by its end, behind those that did not.
                if (!hasStarted) lines.waitForRoom(line, delivery.account());
                return;
            }
            var receiver = receivers.of(delivery);
            if (!deliveries.mayBeSent(delivery)) {
                // Its address may rest for long, and the one that it goes to now does not.
                each.remove();
                readAgain(delivery, now);
            } else if (receivers.haveRoom(delivery, receiver, now)) {
                each.remove();
                start(delivery, receiver, now);
                hasStarted = true;
            } else full.add(receiver, now);
        }
        if (line.wantsToRead()) read(line, now);
        else if (line.mayBeBlocked()) makeWay(line, full, now);
        else lines.rest(line, full.restUntil());
        lines.tidy(line);
    }

    private void makeWay(WaitingLine line, FullReceivers full, Instant now) {
        var stuck = full.stuckFrom();
        if (!stuck.isAfter(now)) putOff(line, now);
        else lines.rest(line, stuck.isBefore(full.restUntil()) ? stuck : full.restUntil());
    }

    /** Callbacks to hosts that take nothing stand in the way of those to others: they go back. */
    private void putOff(WaitingLine line, Instant now) {
        var byPause = line.clear().stream()
                .collect(groupingBy(each -> receivers.of(each).putOff()));
        line.begin();
        var all = byPause.entrySet().stream().map(each -> {
            looks.at(now.plus(each.getKey()));
            return linedUp(each.getValue(), now.plus(each.getKey()));
        });
        // Read only then: before, they are still the first that are due.
        answers.when(
                CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)), (done, fault) -> {
                    line.end(List.of(), true);
                    if (fault != null) pause(fault);
                    lines.wake(line.line());
                });
    }

    private void read(WaitingLine line, Instant now) {
        line.begin();
        // Those under way stand in front until they are recorded.
        int share = lines.share();
        int limit = share + active.of(line.line());
        long read = active.beginRead();
        answers.when(deliveries.due(line.line(), now, limit), (page, fault) -> {
            var idle = page == null ? List.<Delivery>of() : active.idle(page, read, share);
            active.endRead(read);
            boolean isCut = idle.size() == share;
            line.end(idle, page == null || page.size() == limit || isCut);
            if (page == null) pause(fault);
            lines.wake(line.line());
        });
    }

    private void start(Delivery delivery, ReceiverState receiver, Instant begun) {
        active.begin(delivery);
        receivers.begin(delivery, receiver, begun);
        answers.when(sending.send(delivery, ports.random().nextDouble()), (sent, fault) -> {
            active.end(delivery);
            var now = now();
            if (sent == null) pause(fault);
            else judge(delivery, receiver, sent, now);
            receivers.end(delivery, receiver, now);
            lines.wake(delivery.account());
            lines.wake(delivery.line());
        });
    }

    private void judge(Delivery delivery, ReceiverState receiver, Sent sent, Instant now) {
        switch (sent) {
            case Sent.Recorded(var outcome, var asked) -> {
                receiver.took(outcome, asked, now);
                if (outcome instanceof AttemptOutcome.Again(var due)) looks.at(due);
            }
            case Sent.Withheld() -> readAgain(delivery, now);
            case Sent.Broken(var fault) -> {
                brokenOnes.say(delivery.webhookId() + " cannot be sent", fault, now);
                receiver.missed(now);
                lineUp(List.of(delivery), now.plus(UNTIL_WORDED));
            }
            case Sent.Unrecorded(var fault) -> pause(fault);
        }
    }

    /** Where it goes may have changed since it was read. */
    private void readAgain(Delivery delivery, Instant now) {
        if (delivery.progress().state() == Delivery.State.DECIDED) lineUp(List.of(delivery), now);
        else looks.at(now);
    }

    /** Whatever it was about is still in the store: all of it is read again after a while. */
    private void pause(@Nullable Throwable fault) {
        if (fault != null) faults.say("deliveries wait for the store", fault, now());
        pausedUntil = now().plus(AFTER_A_FAULT);
        freshness.again();
        hinted = true;
    }

    private Instant now() {
        return ports.clocks().steady().instant();
    }
}
