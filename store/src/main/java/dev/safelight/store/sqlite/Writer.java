package dev.safelight.store.sqlite;

import dev.safelight.core.task.Commits;
import dev.safelight.core.task.Fingerprint;
import dev.safelight.core.task.StoreFault;
import dev.safelight.core.time.Step;
import dev.safelight.store.sql.SqlFault;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
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

    private final ConcurrentLinkedQueue<Op> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger queued = new AtomicInteger();
    private final Connector connector;
    private final Commits commits;
    private final Runnable wake;
    private final int limit;
    private WriterConnection connection;
    private volatile boolean broken;
    private volatile boolean closed;

    /**
     * @param wake called after something was sent; must be quick
     * @param limit how much may be waiting before more is refused
     */
    Writer(Connector connector, Commits commits, Runnable wake, int limit) {
        this.connector = connector;
        this.commits = commits;
        this.wake = wake;
        this.limit = limit;
        connection = connector.open();
    }

    /** Whether the store takes writes. */
    boolean isHealthy() {
        return !broken && !closed;
    }

    /** How much is waiting. */
    int queued() {
        return queued.get();
    }

    void send(Op op) {
        if (closed) {
            op.fail(new StoreFault(StoreFault.Kind.BROKEN, "the store is closed"));
        } else if (queued.incrementAndGet() > limit) {
            queued.decrementAndGet();
            op.fail(new StoreFault(StoreFault.Kind.BUSY, "more is waiting than can be written"));
        } else {
            queue.add(op);
            wake.run();
        }
    }

    /** Sends something rare, to be done within a batch. */
    <R> CompletableFuture<R> errand(Function<WriterConnection, R> work) {
        var op = new Op.Errand<R>(work, new CompletableFuture<>());
        send(op);
        return op.answer();
    }

    @Override
    public Instant step(Instant now) {
        if (broken && !reconnect()) {
            refuse(drain());
            return now.plusSeconds(1);
        }
        List<Op> ops = drain();
        List<Op> work = lineUpClaims(ops);
        if (!work.isEmpty() || isDue(now) || canServe()) run(work, now);
        if (!queue.isEmpty()) return now;
        return broken ? now.plusSeconds(1) : nextWake();
    }

    private List<Op> drain() {
        var ops = new ArrayList<Op>();
        Op op;
        while (ops.size() < BATCH && (op = queue.poll()) != null) ops.add(op);
        queued.addAndGet(-ops.size());
        return ops;
    }

    /** Claims wait on their lanes, outside any batch; the rest is for this one. */
    private List<Op> lineUpClaims(List<Op> ops) {
        var work = new ArrayList<Op>(ops.size());
        for (var op : ops) {
            if (op instanceof Op.Claim claim)
                connection.schedule.lane(claim.engine()).claims.add(claim);
            else work.add(op);
        }
        return work;
    }

    private boolean canServe() {
        for (var lane : connection.schedule.lanes()) {
            if (!lane.ready.isEmpty() && !lane.claims.isEmpty()) return true;
        }
        return false;
    }

    private boolean isDue(Instant now) {
        return !nextWake().isAfter(now);
    }

    private Instant nextWake() {
        var task = connection.schedule.nextWake();
        var worker = connection.roster.nextWake();
        return task.isBefore(worker) ? task : worker;
    }

    private void run(List<Op> ops, Instant now) {
        try {
            decide(ops, now);
        } catch (RuntimeException fault) {
            undo(fault);
            retry(ops, now, fault);
            return;
        }
        try {
            connector.commit(connection.tx);
        } catch (RuntimeException fault) {
            resolve(ops, now, fault);
            return;
        }
        finish();
    }

    private void decide(List<Op> ops, Instant now) {
        var tx = connection.tx;
        tx.begin(now);
        open(ops, tx);
        connection.desk.clockwork(tx);
        for (var op : ops) decide(op, tx);
        tx.tasks.flushRows();
        connection.desk.serveClaims(tx);
        tx.flush();
    }

    private void decide(Op op, Transaction tx) {
        switch (op) {
            case Op.Submit submit -> connection.desk.submit(tx, submit);
            case Op.LeaseWrite write -> connection.desk.write(tx, write);
            case Op.Cancel cancel -> connection.desk.cancel(tx, cancel);
            case Op.Errand<?> errand -> errand.run(connection);
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

    private void finish() {
        var tx = connection.tx;
        tx.takeServed();
        var changes = tx.takeChanges();
        var answers = tx.takeAnswers();
        if (!changes.isEmpty()) commits.committed(changes);
        answers.forEach(Runnable::run);
    }

    /** Takes the batch back, in the file and in memory. */
    private void undo(RuntimeException fault) {
        var served = connection.tx.takeServed();
        try {
            connection.tx.rollback();
            connection.rebuild();
        } catch (RuntimeException worse) {
            fault.addSuppressed(worse);
            broken = true;
        }
        putBack(served);
    }

    private void putBack(List<Op.Claim> served) {
        for (var claim : served.reversed()) {
            connection.schedule.lane(claim.engine()).claims.addFirst(claim);
        }
    }

    /** One by one: whatever was bad fails alone. */
    private void retry(List<Op> ops, Instant now, RuntimeException fault) {
        if (broken || ops.size() <= 1) {
            LOG.warn("a batch failed", fault);
            var told = Faults.of(fault);
            ops.forEach(op -> op.fail(told));
        } else {
            for (var op : ops) run(List.of(op), now);
        }
    }

    /** After a failed commit nobody knows what is on disk: look, and tell the truth. */
    private void resolve(List<Op> ops, Instant now, RuntimeException fault) {
        LOG.warn("a commit failed; reopening to see what is on disk", fault);
        var tx = connection.tx;
        var served = tx.takeServed();
        var changes = tx.takeChanges();
        var answers = tx.takeAnswers();
        long batch = tx.counters.batch();
        broken = true;
        if (!reconnect()) {
            var unknown =
                    new StoreFault(StoreFault.Kind.UNKNOWN, "the commit's outcome is unknown");
            ops.forEach(op -> op.fail(unknown));
            putBack(served);
        } else if (connection.tx.counters.batch() == batch) {
            commits.committed(changes);
            answers.forEach(Runnable::run);
        } else {
            putBack(served);
            retry(ops, now, fault);
        }
    }

    private boolean reconnect() {
        try {
            var reopened = connector.reopen(connection);
            connection = reopened;
            broken = false;
            return true;
        } catch (RuntimeException fault) {
            LOG.warn("cannot reopen the store", fault);
            return false;
        }
    }

    private static void refuse(List<Op> ops) {
        var fault = new StoreFault(StoreFault.Kind.BROKEN, "the store cannot be written");
        ops.forEach(op -> op.fail(fault));
    }

    /** Answers what waits and closes; nothing is written any more. */
    void close() {
        closed = true;
        refuse(drain());
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
