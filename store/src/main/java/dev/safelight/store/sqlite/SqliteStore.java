package dev.safelight.store.sqlite;

import dev.safelight.core.access.Accounts;
import dev.safelight.core.access.Secrets;
import dev.safelight.core.asset.Assets;
import dev.safelight.core.engine.Jobs;
import dev.safelight.core.ledger.Ledger;
import dev.safelight.core.session.Sessions;
import dev.safelight.core.task.Commits;
import dev.safelight.core.task.TaskReads;
import dev.safelight.core.task.TaskStore;
import dev.safelight.core.time.Step;
import dev.safelight.core.webhook.Outbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/**
 * The embedded store, opened: core's ports over one file. Its steps want a platform thread each;
 * its reads run on the executor that it is given, a short one perhaps
 * on the calling thread.
 */
public final class SqliteStore implements AutoCloseable {
    private final Writer writer;
    private final ReadPool pool;
    private final SqliteReads reads;
    private final SqliteJobs jobs;
    private final Directory directory;
    private final Connector connector;
    private final RandomGenerator random;
    private final List<Step> beside = new ArrayList<>();
    private final List<Runnable> open = new ArrayList<>();
    private final Instant lastInstant;

    /** What the store needs of the process around it. */
    public record Surroundings(
            Commits commits,
            Runnable wakeWriter,
            Executor readers,
            RandomGenerator random,
            CommitGate gate) {}

    private SqliteStore(StoreSettings settings, Surroundings around) {
        connector = new Connector(settings, around.gate());
        var anchor = connector.connect();
        open.add(anchor::close);
        var shared = connector.prepare();
        directory = shared.directory();
        random = around.random();
        var cache = new ViewCache();
        Commits commits = changes -> {
            cache.committed(changes);
            around.commits().committed(changes);
        };
        writer = new Writer(
                connector, commits, new Intake(around.wakeWriter(), settings.queueLimit()));
        lastInstant = Instant.ofEpochMilli(anchor.number("SELECT at FROM clock"));
        pool = new ReadPool(connector, around.readers(), ReadPool.Limits.DEFAULT);
        reads = new SqliteReads(pool, shared.names(), cache);
        jobs = new SqliteJobs(pool, shared.names());
        if (settings.location() instanceof StoreSettings.Location.File(var path)) {
            var checkpointer = new Checkpointer(connector.connect(), path);
            beside.add(checkpointer);
            open.add(checkpointer::close);
        }
    }

    /** Opens the store, brings its schema up to date and rebuilds the schedule. */
    public static SqliteStore open(StoreSettings settings, Surroundings around) {
        return new SqliteStore(settings, around);
    }

    public TaskStore tasks() {
        return new SqliteTasks(writer);
    }

    public TaskReads reads() {
        return reads;
    }

    public Jobs jobs() {
        return jobs;
    }

    public Accounts accounts() {
        return new SqliteAccounts(writer, directory);
    }

    public Sessions sessions() {
        return new SqliteSessions(writer, pool);
    }

    public Assets assets() {
        return new SqliteAssets(pool);
    }

    public Ledger ledger() {
        return new SqliteLedger(writer, pool);
    }

    public Outbox outbox() {
        return new SqliteOutbox(writer, pool, directory);
    }

    public Secrets secrets() {
        return new SqliteSecrets(writer, directory, random);
    }

    /** The writer: a platform thread of its own, woken by what is sent. */
    public Step writer() {
        return writer;
    }

    /** What goes on beside the writer: each a platform thread of its own. */
    public List<Step> beside() {
        return List.copyOf(beside);
    }

    /** The last instant that is on disk: the clock must not begin before it. */
    public Instant lastInstant() {
        return lastInstant;
    }

    /** Whether writes are taken. */
    public boolean isHealthy() {
        return writer.isHealthy();
    }

    /** How much waits for the writer. */
    public int queued() {
        return writer.queued();
    }

    /** Closes what no step or read uses any more. */
    @Override
    public void close() {
        writer.close();
        pool.close();
        open.reversed().forEach(Runnable::run);
    }
}
