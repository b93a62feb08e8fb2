package dev.safelight.store.sqlite;

import dev.safelight.core.task.Commits;
import dev.safelight.core.task.Fingerprint;
import dev.safelight.core.task.StoreFault;
import dev.safelight.core.time.Step;
import dev.safelight.store.sql.SqlFault;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * The one writer. Each step takes what has gathered and commits it as one transaction; while that
 * commits, the next batch gathers. Nobody is answered before the commit is on disk. When a batch
 * fails it is rolled back and run again one by one, so that one bad thing fails alone.
 *
 * <p>{@link #send} may be called from any thread, everything else from the thread that steps.
 */
final class Writer implements Step {
    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
    private static final int BATCH = 1_000;
    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(1);

    private final Intake intake;
    private final Connector connector;
    private final Commits commits;
    private WriterConnection connection;
    private volatile boolean broken;
    private volatile boolean closed;

    /** The disk had no room for the latest batch, or failed it. Reads go on. */
    private volatile boolean refused;

    /** A batch whose commit failed, until it is known whether it is on disk. */
    private @Nullable Owed unresolved;

    /** While it is broken: not to be opened again before. */
    private Instant retryAt = Instant.MIN;

    /** After what is due failed: not to be tried again before, so that all else goes on. */
    private Instant houseworkAfter = Instant.MIN;

    Writer(Connector connector, Commits commits, Intake intake) {
        this.connector = connector;
        this.commits = commits;
        this.intake = intake;
        connection = connector.open();
    }

    /** Whether the store takes writes. */
    boolean isHealthy() {
        return !broken && !refused && !closed;
    }

    /** How much is waiting. */
    int queued() {
        return intake.size();
    }

    void send(Op op) {
        intake.send(op);
    }

    /** Sends something rare, to be done within a batch. */
    <R> CompletableFuture<R> errand(Function<WriterConnection, R> work) {
        var op = new Op.Errand<R>(work, new CompletableFuture<>());
        send(op);
        return op.answer();
    }

    @Override
    public Instant step(Instant now) {
        if (broken && !retry(now)) {
            intake.refuseAll("the store cannot be written");
            return retryAt;
        }
        List<Op> work = lineUpClaims(intake.take(BATCH));
        boolean housework = !now.isBefore(houseworkAfter);
        if (!work.isEmpty() || (housework && hasHousework(now)))
            run(new Batch(work, now, housework));
        if (!intake.isEmpty()) return now;
        if (broken) return now.plus(AFTER_A_FAULT);
        var next = hasHousework(now) ? now : nextWake();
        return next.isBefore(houseworkAfter) ? houseworkAfter : next;
    }

    /** Claims wait on their lanes, outside any batch; the rest is for this one. */
    private List<Op> lineUpClaims(List<Op> ops) {
        var work = new ArrayList<Op>(ops.size());
        for (var op : ops) {
            if (!(op instanceof Op.Claim claim)) work.add(op);
            else if (connection.roster.find(claim.worker()) == null)
                claim.answer().complete(List.of());
            else connection.schedule.lane(claim.engine()).claims.add(claim);
        }
        return work;
    }

    private boolean hasHousework(Instant now) {
        if (!nextWake().isAfter(now)) return true;
        for (var lane : connection.schedule.lanes()) {
            if (!lane.ready.isEmpty() && !lane.claims.isEmpty()) return true;
        }
        return false;
    }

    private Instant nextWake() {
        var task = connection.schedule.nextWake();
        var worker = connection.roster.nextWake();
        return task.isBefore(worker) ? task : worker;
    }

    private void run(Batch batch) {
        if (broken) {
            batch.fail(new StoreFault(StoreFault.Kind.BROKEN, "the store cannot be written"));
            return;
        }
        try {
            decide(batch);
        } catch (RuntimeException fault) {
            undo(fault, batch.now());
            rerun(batch, fault);
            return;
        }
        try {
            connector.commit(connection.tx);
        } catch (RuntimeException fault) {
            resolve(batch, fault);
            return;
        }
        if (refused) LOG.info("writes are taken again");
        refused = false;
        pay(connection.owed());
    }

    private void decide(Batch batch) {
        var tx = connection.tx;
        tx.begin(batch.now());
        open(batch.ops(), tx);
        hearHeartbeats(batch.ops(), tx);
        if (batch.housework()) connection.desk.clockwork(tx);
        for (var op : batch.ops()) decide(op, tx);
        tx.tasks.flushRows();
        if (batch.housework()) connection.desk.serveClaims(tx);
        tx.flush();
    }

    /**
     * Before the clock has its say: a batch that was late ends no lease of a worker that was not.
     */
    private void hearHeartbeats(List<Op> ops, Transaction tx) {
        for (var op : ops) {
            if (op instanceof Op.Heartbeat heartbeat) connection.desk.heartbeat(tx, heartbeat);
        }
    }

    private void decide(Op op, Transaction tx) {
        switch (op) {
            case Op.Submit submit -> connection.desk.submit(tx, submit);
            case Op.LeaseWrite write -> connection.desk.write(tx, write);
            case Op.Cancel cancel -> connection.desk.cancel(tx, cancel);
            case Op.Errand<?> errand -> errand.run(connection);
            case Op.Heartbeat heard -> {}
            case Op.Claim claim -> throw new IllegalStateException("claims wait on their lanes");
        }
    }

    /** Reads what the batch will ask for, many rows a statement. */
    private void open(List<Op> ops, Transaction tx) {
        Set<Long> accounts = new HashSet<>();
        var keys = new ArrayList<Fingerprint>();
        for (var op : ops) {
            if (op instanceof Op.Submit(var task, var answer)) {
                accounts.add(task.owner().account().number());
                var key = task.request().idempotency();
                if (key != null) keys.add(key);
            } else if (op instanceof Op.LeaseWrite(var lease, var what, var answer)
                    && !(what instanceof Op.What.Progress)) {
                var live = connection.schedule.find(lease.task().row());
                if (live != null) accounts.add(live.account.number);
            }
        }
        tx.books.open(accounts);
        if (!keys.isEmpty()) tx.lookups.openIdempotency(keys, tx.now());
    }

    /** It is on disk: whoever waited for that is told. */
    private void pay(Owed owed) {
        connection.schedule.keep(owed.stopping());
        owed.tell(commits);
    }

    /** Takes the batch back, in the file and in memory. */
    private void undo(RuntimeException fault, Instant now) {
        var owed = connection.owed();
        try {
            connection.tx.rollback();
            connection.rebuild();
            connection.roster.excuse(now);
        } catch (RuntimeException worse) {
            fault.addSuppressed(worse);
            broken = true;
        }
        putBack(owed);
    }

    private void putBack(Owed owed) {
        for (var claim : owed.served().reversed()) {
            connection.schedule.lane(claim.engine()).claims.addFirst(claim);
        }
    }

    /** One by one: whatever was bad fails alone. On a full disk all of it would. */
    private void rerun(Batch batch, RuntimeException fault) {
        if (broken || batch.isOneThing() || Faults.isFull(fault)) {
            refuse(batch, fault);
            return;
        }
        if (batch.housework()) run(new Batch(List.of(), batch.now(), true));
        for (var op : batch.ops()) run(new Batch(List.of(op), batch.now(), false));
    }

    private void refuse(Batch batch, RuntimeException fault) {
        // Once for each time that the disk is full or fails, not for each batch of it.
        boolean again = refused && Faults.isOfTheDisk(fault);
        if (!again) LOG.warn("a batch failed", fault);
        if (Faults.isOfTheDisk(fault)) refused = true;
        if (batch.housework()) houseworkAfter = batch.now().plus(AFTER_A_FAULT);
        batch.fail(Faults.of(fault));
    }

    /** After a failed commit nobody knows what is on disk: look, and tell the truth. */
    private void resolve(Batch batch, RuntimeException fault) {
        if (!refused) LOG.warn("a commit failed; reopening to see what is on disk", fault);
        var owed = connection.owed();
        unresolved = owed;
        broken = true;
        if (!reconnect(batch.now())) {
            batch.fail(new StoreFault(
                    StoreFault.Kind.UNKNOWN,
                    "It may or may not be stored. Repeat it with the same idempotency key."));
        } else if (!connection.has(owed)) {
            // What the disk does not take it takes from none, and each try reopens the file.
            if (Faults.isOfTheDisk(fault)) refuse(batch, fault);
            else rerun(batch, fault);
        }
    }

    /** However often it is woken, a file that cannot be opened is not tried all the time. */
    private boolean retry(Instant now) {
        return !now.isBefore(retryAt) && reconnect(now);
    }

    private boolean reconnect(Instant now) {
        retryAt = now.plus(AFTER_A_FAULT);
        try {
            connection = connector.reopen(connection);
            var owed = unresolved;
            if (owed != null && connection.has(owed)) {
                // Its claims got their leases, however late they hear of it.
                connection.schedule.keep(owed.stopping());
                connection.rebuild();
                pay(owed);
            } else if (owed != null) putBack(owed);
            connection.roster.excuse(now);
        } catch (RuntimeException fault) {
            LOG.warn("cannot reopen the store", fault);
            return false;
        }
        unresolved = null;
        broken = false;
        return true;
    }

    /** Answers what waits and closes; nothing is written any more. */
    void close() {
        closed = true;
        intake.close();
        if (unresolved != null) putBack(unresolved);
        for (var lane : connection.schedule.lanes()) {
            lane.claims.forEach(claim -> claim.answer().complete(List.of()));
            lane.claims.clear();
        }
        try {
            connection.close();
        } catch (SqlFault fault) {
            LOG.warn("the store did not close cleanly", fault);
        }
    }
}
