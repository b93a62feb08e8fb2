package dev.safelight.store.sqlite;

import dev.safelight.core.task.StoreFault;
import dev.safelight.store.sql.Db;
import dev.safelight.store.sql.SqlFile;
import dev.safelight.store.sql.Statement;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Reads, each one statement of at most a second, on connections of their own. {@code executor} has
 * platform threads, and no more of them than there are readers.
 */
final class ReadPool implements AutoCloseable {
    private static final SqlFile READS = SqlFile.load(ReadPool.class, "reads.sql");

    private final Connector connector;
    private final Executor executor;
    private final ConcurrentLinkedDeque<Reader> idle = new ConcurrentLinkedDeque<>();

    /** A connection with the statements that it has prepared. */
    static final class Reader {
        private final Db db;
        private final Map<String, Statement> statements = new HashMap<>();

        Reader(Db db) {
            this.db = db;
        }

        /** The statement of this name in the file of reads. */
        Statement named(String name) {
            return sql(READS.get(name));
        }

        Statement sql(String sql) {
            return statements.computeIfAbsent(sql, db::prepare);
        }
    }

    ReadPool(Connector connector, Executor executor) {
        this.connector = connector;
        this.executor = executor;
    }

    static String fragment(String name) {
        return READS.get(name);
    }

    <R> CompletableFuture<R> read(Function<Reader, R> work) {
        var answer = new CompletableFuture<R>();
        executor.execute(() -> run(work, answer));
        return answer;
    }

    private <R> void run(Function<Reader, R> work, CompletableFuture<R> answer) {
        try {
            answer.complete(run(work));
        } catch (RuntimeException fault) {
            answer.completeExceptionally(
                    new StoreFault(StoreFault.Kind.BROKEN, "the store could not be read", fault));
        }
    }

    private <R> R run(Function<Reader, R> work) {
        var pooled = idle.poll();
        var reader = pooled == null ? new Reader(connector.reader()) : pooled;
        boolean sound = false;
        try {
            R result = work.apply(reader);
            sound = true;
            return result;
        } finally {
            // After a fault its connection may be broken: it is not used again.
            if (sound) idle.push(reader);
            else reader.db.close();
        }
    }

    @Override
    public void close() {
        Reader reader;
        while ((reader = idle.poll()) != null) reader.db.close();
    }
}
