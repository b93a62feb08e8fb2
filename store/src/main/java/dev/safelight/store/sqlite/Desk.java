package dev.safelight.store.sqlite;

import dev.safelight.core.ledger.Credits;
import dev.safelight.core.ledger.Posting;
import dev.safelight.core.task.Cancellation;
import dev.safelight.core.task.Decision;
import dev.safelight.core.task.Lease;
import dev.safelight.core.task.NewTask;
import dev.safelight.core.task.Submission;
import dev.safelight.core.task.TaskRef;
import dev.safelight.core.task.TaskRules;
import dev.safelight.core.task.TaskStatus;
import dev.safelight.core.task.Write;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Where each thing asked is decided and recorded, within an open batch: core's rules say what, the
 * schedule follows. Confined to the writer thread.
 */
final class Desk {
    /** How many tasks the clock may change in one batch. */
    private static final int CLOCKWORK = 500;

    private final TaskRules rules;
    private final Schedule schedule;
    private final Roster roster;
    private final Keys keys;

    Desk(TaskRules rules, Schedule schedule, Roster roster, Keys keys) {
        this.rules = rules;
        this.schedule = schedule;
        this.roster = roster;
        this.keys = keys;
    }

    void submit(Transaction tx, Op.Submit op) {
        var outcome = submit(tx, op.task());
        tx.answer(() -> op.answer().complete(outcome));
    }

    private Submission submit(Transaction tx, NewTask asked) {
        var request = asked.request();
        var key = request.idempotency();
        var earlier = key == null ? null : tx.lookups.earlier(key);
        if (earlier != null) {
            if (!earlier.request().equals(request.digest()))
                return new Submission.Conflict(earlier.task());
            return new Submission.Replayed(earlier.task(), tx.lookups.answer(earlier));
        }
        long account = asked.owner().account().number();
        var hold = asked.terms().hold();
        var book = tx.books.book(account);
        if (!book.covers(hold))
            return new Submission.ShortOfCredits(hold, new Credits(book.available()));
        var live = takeUp(tx, asked);
        tx.books.post(account, asked.id().id(), Posting.hold(hold), tx.now());
        if (key != null)
            tx.lookups.remember(
                    key,
                    new Lookups.Earlier(
                            live.task.ref(), request.digest(), live.last, request.answer()),
                    tx);
        return new Submission.Accepted(live.task.ref(), request.answer());
    }

    private Live takeUp(Transaction tx, NewTask asked) {
        var ref = new TaskRef(asked.id(), tx.counters.nextTask());
        var task = TaskRules.begin(asked, ref, tx.now());
        var live = keys.live(task, 0);
        long first = tx.begin(live, Bodies.of(asked.request()));
        tx.tasks.insert(asked, live, first, tx.now());
        schedule.add(live);
        schedule.enqueue(live);
        return live;
    }

    void write(Transaction tx, Op.LeaseWrite op) {
        var outcome = write(tx, op.lease(), op.what());
        tx.answer(() -> op.answer().complete(outcome));
    }

    private Write write(Transaction tx, Lease lease, Op.What what) {
        if (what instanceof Op.What.Stopped) return stopped(tx, lease);
        var live = schedule.find(lease.task().row());
        if (live == null) return Write.LOST;
        if (what instanceof Op.What.Checkpoint(var body)) return checkpoint(tx, live, lease, body);
        var decision = decide(live, lease, what, tx.now());
        if (!(decision instanceof Decision.Change change)) return Write.LOST;
        if (what instanceof Op.What.Complete(var result)) tx.record(live, change, result);
        else tx.record(live, change);
        settle(live, true);
        return Write.STORED;
    }

    private Decision decide(Live live, Lease lease, Op.What what, Instant now) {
        return switch (what) {
            case Op.What.Progress(var percent) -> rules.progress(live.task, lease, percent);
            case Op.What.Complete(var result) -> rules.complete(live.task, lease, result.output());
            case Op.What.Fail(var failure, var passing) ->
                rules.fail(live.task, lease, failure, passing, now);
            case Op.What.GiveBack() -> rules.giveBack(live.task, lease, now);
            case Op.What.Checkpoint checkpoint -> Decision.Refusal.OUT_OF_TURN;
            case Op.What.Stopped stopped -> Decision.Refusal.OUT_OF_TURN;
        };
    }

    private static Write checkpoint(Transaction tx, Live live, Lease lease, String body) {
        if (live.task.status() != TaskStatus.RUNNING || !lease.equals(live.task.lease()))
            return Write.LOST;
        tx.lookups.writeCheckpoint(live, body);
        return Write.STORED;
    }

    private Write stopped(Transaction tx, Lease lease) {
        var live = schedule.findStopping(lease.task().row());
        if (live == null) return Write.LOST;
        if (!(rules.stopped(live.task, lease) instanceof Decision.Change change)) return Write.LOST;
        tx.record(live, change);
        schedule.stopped(live);
        return Write.STORED;
    }

    void cancel(Transaction tx, Op.Cancel op) {
        var outcome = cancel(tx, tx.lookups.row(op.account(), op.task()));
        tx.answer(() -> op.answer().complete(outcome));
    }

    private Cancellation cancel(Transaction tx, @Nullable Long row) {
        if (row == null) return Cancellation.ABSENT;
        var live = schedule.find(row);
        if (live == null || !(rules.cancel(live.task) instanceof Decision.Change change))
            return Cancellation.TOO_LATE;
        tx.record(live, change);
        settle(live, false);
        return Cancellation.CANCELLED;
    }

    void heartbeat(Transaction tx, Op.Heartbeat op) {
        var outcome = roster.heartbeat(op.worker(), op.lease(), tx.now());
        tx.answer(() -> op.answer().complete(outcome));
    }

    /** Gives what is ready to those who wait for it. The rows of new tasks are written by now. */
    void serveClaims(Transaction tx) {
        for (var lane : schedule.lanes()) {
            while (!lane.ready.isEmpty() && !lane.claims.isEmpty()) {
                var claim = lane.claims.peek();
                var worker = roster.find(claim.worker());
                lane.claims.remove();
                var leases = worker == null ? List.<Lease>of() : start(tx, lane, claim, worker);
                tx.served(claim, leases);
            }
        }
    }

    private List<Lease> start(Transaction tx, Lane lane, Op.Claim claim, Worker worker) {
        var leases = new ArrayList<Lease>();
        while (leases.size() < claim.max() && !lane.ready.isEmpty()) {
            var live = lane.ready.getFirst();
            if (!(rules.start(live.task, worker.id, tx.now()) instanceof Decision.Change change))
                throw new IllegalStateException("ready, but cannot start: " + live.task);
            tx.record(live, change);
            schedule.run(live, worker);
            leases.add(live.task.lease());
        }
        return leases;
    }

    /** Ends leases, queue waits and runs that are over; wakes what is due again. */
    void clockwork(Transaction tx) {
        for (var worker : roster.silent(tx.now())) dismiss(tx, worker);
        for (var live : schedule.due(tx.now(), CLOCKWORK)) {
            if (rules.expire(live.task, tx.now()) instanceof Decision.Change change) {
                tx.record(live, change);
                settle(live, false);
            } else {
                schedule.enqueue(live);
            }
        }
        tx.idempotency.tidy(tx);
    }

    /** Ends a worker's leases and forgets it. */
    void dismiss(Transaction tx, Worker worker) {
        roster.remove(tx, worker);
        for (var live : List.copyOf(worker.tasks)) {
            if (live.place == Live.Place.STOPPING) {
                schedule.stopped(live);
            } else if (rules.loseLease(live.task, tx.now()) instanceof Decision.Change change) {
                tx.record(live, change);
                settle(live, true);
            }
        }
    }

    /** Lets the schedule follow what was recorded. */
    private void settle(Live live, boolean engineStopped) {
        switch (live.task.status()) {
            case SUCCEEDED, FAILED, CANCELLED -> schedule.end(live, engineStopped);
            case RETRYING -> schedule.rest(live);
            case RUNNING, PENDING -> {}
        }
    }
}
