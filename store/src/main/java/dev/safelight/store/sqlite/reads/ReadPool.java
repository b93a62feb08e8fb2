package dev.safelight.store.sqlite.reads;

import dev.safelight.core.task.StoreFault;
import dev.safelight.store.sql.Db;
import dev.safelight.store.sql.Query;
import dev.safelight.store.sql.SqlFile;
import dev.safelight.store.sqlite.connect.Connections;
import dev.safelight.store.sqlite.rows.Faults;
import dev.safelight.store.sqlite.rows.Statements;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Reads on connections of their own, each of them bounded in length, and bounded in number. {@code
 * executor} has platform threads; a few callers may read on threads of their own beside them. Never
 * from a virtual thread: native code holds its carrier.
 */
public final class ReadPool implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReadPool.class);
    private static final SqlFile READS = Statements.load(ReadPool.class, "reads.sql");

    private final Connections connections;
    private final Executor executor;
    private final Limits limits;
    private final AtomicInteger waiting = new AtomicInteger();
    private final Semaphore here;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final ConcurrentLinkedDeque<Reader> idle = new ConcurrentLinkedDeque<>();

    /**
     * What keeps one caller's reads from being everybody's wait.
     *
     * @param instructions how many of SQLite's one read may take before it is broken off
     * @param waiting how many may wait for a reader before more are refused
     * @param here how many may read at once on threads that are not ours
     */
    public record Limits(long instructions, int waiting, int here) {}

    /** A question to the rows: its SQL, and what they are read as. One is made for each kind. */
    static final class Question<T> {
        private final String sql;
        private final Query.Mapping<T> mapping;

        private Question(String sql, Query.Mapping<T> mapping) {
            this.sql = sql;
            this.mapping = mapping;
        }

        /** The statement of this name in the file of reads. */
        static <T> Question<T> named(String name, Query.Mapping<T> mapping) {
            return new Question<>(READS.get(name), mapping);
        }

        static <T> Question<T> sql(String sql, Query.Mapping<T> mapping) {
            return new Question<>(sql, mapping);
        }
    }

    /** A connection with the queries that it has prepared. */
    static final class Reader {
        private final Db db;
        private final Map<Question<?>, Query<?>> queries = new HashMap<>();
        private long looks;

        private Reader(Connections connections) {
            db = connections.reader(() -> --looks < 0);
        }

        private void begin(long instructions) {
            looks = instructions / Connections.INSTRUCTIONS_BETWEEN_LOOKS;
        }

        /** The question, prepared once on this connection and kept as long as it. */
        @SuppressWarnings("unchecked") // Each query is prepared from its own question.
        <T> Query<T> ask(Question<T> question) {
            return (Query<T>) queries.computeIfAbsent(question, this::prepare);
        }

        private Query<?> prepare(Question<?> question) {
            return db.query(question.sql, question.mapping);
        }
    }

    public ReadPool(Connections connections, Executor executor, Limits limits) {
        this.connections = connections;
        this.executor = executor;
        this.limits = limits;
        here = new Semaphore(limits.here());
    }

    static String fragment(String name) {
        return READS.get(name);
    }

    <R> CompletableFuture<R> read(Function<Reader, R> work) {
        var answer = new CompletableFuture<R>();
        if (waiting.incrementAndGet() > limits.waiting()) {
            waiting.decrementAndGet();
            return CompletableFuture.failedFuture(new StoreFault(
                    StoreFault.Kind.BUSY, "more is waiting than can be read; try again"));
        }
        try {
            executor.execute(() -> {
                waiting.decrementAndGet();
                run(work, answer);
            });
        } catch (RejectedExecutionException closed) {
            waiting.decrementAndGet();
            answer.completeExceptionally(
                    new StoreFault(StoreFault.Kind.BROKEN, "the store is closed", closed));
        }
        return answer;
    }

    /**
     * The same for a short read, and at once on the calling thread unless too many do so: to change
     * threads twice costs more than such a read. Only from a platform thread that may block for a
     * moment.
     */
    <R> CompletableFuture<R> readHere(Function<Reader, R> work) {
        if (Thread.currentThread().isVirtual())
            throw new IllegalStateException("a virtual thread does not read: its carrier waits");
        if (!here.tryAcquire()) return read(work);
        try {
            var answer = new CompletableFuture<R>();
            run(work, answer);
            return answer;
        } finally {
            here.release();
        }
    }

    private <R> void run(Function<Reader, R> work, CompletableFuture<R> answer) {
        try {
            answer.complete(run(work));
        } catch (RuntimeException fault) {
            var told = Faults.ofRead(fault);
            // One that was broken off is nothing to wonder about.
            if (told.kind() == StoreFault.Kind.BROKEN) LOG.warn("a read failed", fault);
            answer.completeExceptionally(told);
        }
    }

    private <R> R run(Function<Reader, R> work) {
        var pooled = idle.poll();
        var reader = pooled == null ? new Reader(connections) : pooled;
        reader.begin(limits.instructions());
        boolean sound = false;
        try {
            R result = work.apply(reader);
            sound = true;
            return result;
        } finally {
            // After a fault its connection may be broken: it is not used again.
            if (sound && !closed.get()) idle.push(reader);
            else reader.db.close();
        }
    }

    /** Nobody reads here any more; what is under way ends first. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) here.acquireUninterruptibly(limits.here());
        Reader reader;
        while ((reader = idle.poll()) != null) reader.db.close();
    }
}
