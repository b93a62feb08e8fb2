package dev.safelight.store.sqlite.writer;

import dev.safelight.core.task.CommitListener;
import dev.safelight.core.task.StoreFault;
import dev.safelight.core.task.Task;
import dev.safelight.core.time.Step;
import dev.safelight.store.sql.SqlFault;
import dev.safelight.store.sqlite.rows.Faults;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The one writer. Each step takes what has gathered and commits it as one transaction; while that
 * commits, the next batch gathers. Nobody is answered before the commit is on disk. When a batch
 * fails it is rolled back and run again one by one, so that one bad thing fails alone.
 *
 * <p>{@link #send} may be called from any thread, everything else from the thread that steps.
 */
public final class Writer implements Step {
    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
    private static final int BATCH = 1_000;
    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(1);

    private final Intake intake;
    private final Supplier<WriterConnection> connections;
    private final WriterMemory memory;
    private final CommitListener listener;
    private final Consumer<Runnable> gate;
    private WriterConnection connection;
    private volatile boolean broken;
    private volatile boolean closed;

    /** The disk had no room for the latest batch, or failed it. Reads go on. */
    private volatile boolean refused;

    /** A batch whose commit failed, until it is known whether it is on disk. */
    private @Nullable AfterCommit unresolved;

    /** While it is broken: not to be opened again before. */
    private Instant retryAt = Instant.MIN;

    /** After what is due failed: not to be tried again before, so that all else goes on. */
    private Instant dueAfter = Instant.MIN;

    /**
     * @param connections opens the writer's connection, at first and after a failed commit
     * @param gate runs each commit
     */
    public Writer(
            Intake intake,
            Supplier<WriterConnection> connections,
            WriterMemory memory,
            CommitListener listener,
            Consumer<Runnable> gate) {
        this.intake = intake;
        this.connections = connections;
        this.memory = memory;
        this.listener = listener;
        this.gate = gate;
        connection = connections.get();
    }

    /** Shows each task that is live. */
    public void eachLive(Consumer<Task> listener) {
        connection.eachLive(listener);
    }

    /** Whether the store takes writes. */
    public boolean isHealthy() {
        return !broken && !refused && !closed;
    }

    /** How much is waiting. */
    public int queued() {
        return intake.size();
    }

    /** Asks for something; the command's answer is completed once it is on disk. */
    public void send(Command command) {
        intake.send(command);
    }

    /** Asks for something rare, to be done within a batch. */
    public <R> CompletableFuture<R> rare(Function<Transaction, R> work) {
        var command = new Command.Rare<R>(work, new CompletableFuture<>());
        send(command);
        return command.answer();
    }

    @Override
    public Instant step(Instant now) {
        if (broken && !retry(now)) {
            intake.refuseAll("the store cannot be written");
            return retryAt;
        }
        List<Command> work = lineUpClaims(intake.take(BATCH));
        boolean mayDue = !now.isBefore(dueAfter);
        if (!work.isEmpty() || (mayDue && connection.hasDue(now)))
            run(new Batch(work, now, mayDue));
        if (!intake.isEmpty()) return now;
        if (broken) return now.plus(AFTER_A_FAULT);
        var next = connection.hasDue(now) ? now : connection.nextWake();
        return next.isBefore(dueAfter) ? dueAfter : next;
    }

    /** Claims wait outside any batch; the rest is for this one. */
    private List<Command> lineUpClaims(List<Command> commands) {
        var work = new ArrayList<Command>(commands.size());
        for (var command : commands) {
            if (command instanceof Command.Claim claim) connection.await(claim);
            else work.add(command);
        }
        return work;
    }

    private void run(Batch batch) {
        if (broken) {
            batch.fail(new StoreFault(StoreFault.Kind.BROKEN, "the store cannot be written"));
            return;
        }
        try {
            connection.decide(batch);
        } catch (RuntimeException fault) {
            undo(fault, batch.now());
            rerun(batch, fault);
            return;
        }
        try {
            gate.accept(connection.tx::commit);
        } catch (RuntimeException fault) {
            resolve(batch, fault);
            return;
        }
        if (refused) LOG.info("writes are taken again");
        refused = false;
        tell(connection.takeAfterCommit());
    }

    /** It is on disk: whoever waited for that is told. */
    private void tell(AfterCommit batch) {
        memory.keep(batch.stopping());
        batch.tell(listener);
    }

    /** Takes the batch back, in the file and in memory. */
    private void undo(RuntimeException fault, Instant now) {
        memory.claims().putBack(connection.takeAfterCommit().served());
        try {
            connection.tx.rollback();
            connection.rebuild();
            connection.excuseWorkers(now);
        } catch (RuntimeException worse) {
            fault.addSuppressed(worse);
            broken = true;
        }
    }

    /** One by one: whatever was bad fails alone. On a full disk all of it would. */
    private void rerun(Batch batch, RuntimeException fault) {
        if (broken || batch.isOneThing() || Faults.isFull(fault)) {
            refuse(batch, fault);
            return;
        }
        if (batch.withDue()) run(new Batch(List.of(), batch.now(), true));
        for (var command : batch.commands()) run(new Batch(List.of(command), batch.now(), false));
    }

    private void refuse(Batch batch, RuntimeException fault) {
        // Once for each time that the disk is full or fails, not for each batch of it.
        boolean again = refused && Faults.isOfTheDisk(fault);
        if (!again) LOG.warn("a batch failed", fault);
        if (Faults.isOfTheDisk(fault)) refused = true;
        if (batch.withDue()) dueAfter = batch.now().plus(AFTER_A_FAULT);
        batch.fail(Faults.of(fault));
    }

    /** After a failed commit nobody knows what is on disk: look, and tell the truth. */
    private void resolve(Batch batch, RuntimeException fault) {
        if (!refused) LOG.warn("a commit failed; reopening to see what is on disk", fault);
        var owed = connection.takeAfterCommit();
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
            connection = reopened();
            var batch = unresolved;
            if (batch != null && connection.has(batch)) {
                // Its claims got their leases, however late they hear of it.
                memory.keep(batch.stopping());
                connection.rebuild();
                tell(batch);
            } else if (batch != null) memory.claims().putBack(batch.served());
            connection.excuseWorkers(now);
        } catch (RuntimeException fault) {
            LOG.warn("cannot reopen the store", fault);
            return false;
        }
        unresolved = null;
        broken = false;
        return true;
    }

    /** The old connection is closed if that is still possible. */
    private WriterConnection reopened() {
        try {
            connection.close();
        } catch (SqlFault alreadyGone) {
            // It failed before: what matters is whether a new one opens.
        }
        return connections.get();
    }

    /** Answers what waits and closes; nothing is written any more. */
    public void close() {
        closed = true;
        intake.close();
        if (unresolved != null) memory.claims().putBack(unresolved.served());
        memory.claims().close();
        try {
            connection.close();
        } catch (SqlFault fault) {
            LOG.warn("the store did not close cleanly", fault);
        }
    }
}
