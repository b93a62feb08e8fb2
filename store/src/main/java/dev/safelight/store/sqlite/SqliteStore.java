package dev.safelight.store.sqlite;

import dev.safelight.core.access.Accounts;
import dev.safelight.core.access.LimitStore;
import dev.safelight.core.access.Secrets;
import dev.safelight.core.account.Keys;
import dev.safelight.core.account.Registry;
import dev.safelight.core.asset.Assets;
import dev.safelight.core.audit.AuditLog;
import dev.safelight.core.engine.Jobs;
import dev.safelight.core.estimate.PastRuns;
import dev.safelight.core.feed.Feed;
import dev.safelight.core.ledger.Ledger;
import dev.safelight.core.library.Files;
import dev.safelight.core.library.StudyQueue;
import dev.safelight.core.search.SearchIndex;
import dev.safelight.core.session.Sessions;
import dev.safelight.core.task.CommitListener;
import dev.safelight.core.task.Fanout;
import dev.safelight.core.task.Task;
import dev.safelight.core.task.TaskReads;
import dev.safelight.core.task.TaskRules;
import dev.safelight.core.task.TaskStore;
import dev.safelight.core.time.Step;
import dev.safelight.core.upload.UploadStore;
import dev.safelight.core.webhook.Deliveries;
import dev.safelight.core.webhook.Endpoints;
import dev.safelight.core.webhook.ReplayQueue;
import dev.safelight.store.sqlite.connect.Checkpointer;
import dev.safelight.store.sqlite.connect.Connections;
import dev.safelight.store.sqlite.reads.AccountReads;
import dev.safelight.store.sqlite.reads.DeliveryReads;
import dev.safelight.store.sqlite.reads.EndpointReads;
import dev.safelight.store.sqlite.reads.FileReads;
import dev.safelight.store.sqlite.reads.KeyReads;
import dev.safelight.store.sqlite.reads.LimitReads;
import dev.safelight.store.sqlite.reads.PostingReads;
import dev.safelight.store.sqlite.reads.ReadPool;
import dev.safelight.store.sqlite.reads.ReplayReads;
import dev.safelight.store.sqlite.reads.SearchReads;
import dev.safelight.store.sqlite.reads.SessionReads;
import dev.safelight.store.sqlite.reads.SqliteAssets;
import dev.safelight.store.sqlite.reads.SqliteAudit;
import dev.safelight.store.sqlite.reads.SqliteBooks;
import dev.safelight.store.sqlite.reads.SqliteFeed;
import dev.safelight.store.sqlite.reads.SqliteJobs;
import dev.safelight.store.sqlite.reads.SqlitePastRuns;
import dev.safelight.store.sqlite.reads.SqliteTaskReads;
import dev.safelight.store.sqlite.reads.StudyReads;
import dev.safelight.store.sqlite.reads.UploadReads;
import dev.safelight.store.sqlite.reads.ViewCache;
import dev.safelight.store.sqlite.rows.Directory;
import dev.safelight.store.sqlite.rows.KnownSpending;
import dev.safelight.store.sqlite.rows.NameTable;
import dev.safelight.store.sqlite.rows.Statements;
import dev.safelight.store.sqlite.telling.Telling;
import dev.safelight.store.sqlite.telling.WaitingSignal;
import dev.safelight.store.sqlite.writer.Intake;
import dev.safelight.store.sqlite.writer.Writer;
import dev.safelight.store.sqlite.writer.WriterConnection;
import dev.safelight.store.sqlite.writer.WriterMemory;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * The embedded store, opened: core's ports over one file. Its steps want a platform thread each;
 * its reads run on the executor that it is given, a short one perhaps
 * on the calling thread.
 */
public final class SqliteStore implements AutoCloseable {
    private final Writer writer;
    private final ReadPool pool;
    private final TaskReads reads;
    private final NameTable names = new NameTable();
    private final FileChanges fileChanges = new FileChanges();
    private final Directory directory;
    private final WaitingSignal waiting = new WaitingSignal();
    private final KnownSpending spending;
    private final StoreSettings.Limits limits;
    private final RandomGenerator random;
    private final List<Step> beside = new ArrayList<>();
    private final List<Runnable> open = new ArrayList<>();
    private final Instant lastInstant;

    /** What the store needs of the process around it. */
    public record Surroundings(
            TaskRules rules,
            CommitListener commits,
            Runnable wakeWriter,
            Executor readers,
            RandomGenerator random,
            CommitGate gate) {}

    private SqliteStore(StoreSettings settings, Surroundings around) {
        var connections = connections(settings.location());
        var anchor = connections.connect();
        open.add(anchor::close);
        try (var db = connections.prepare()) {
            directory = new Directory(db, Statements.WRITES);
            spending = new KnownSpending(db, Statements.WRITES);
        }
        limits = settings.limits();
        random = around.random();
        pool = new ReadPool(connections, around.readers(), limits(limits.reads()));
        var cache = new ViewCache(limits.reads().viewBytes());
        reads = new SqliteTaskReads(pool, names, cache);
        writer = writer(connections, limits.writes(), around, cache);
        lastInstant = Instant.ofEpochMilli(anchor.number("SELECT at FROM clock"));
        if (settings.location() instanceof StoreSettings.Location.File(var path)) {
            var checkpointer = new Checkpointer(connections.connect(), path);
            beside.add(checkpointer);
            open.add(checkpointer::close);
        }
    }

    static Connections connections(StoreSettings.Location location) {
        return switch (location) {
            case StoreSettings.Location.File(var path) -> Connections.toFile(path);
            case StoreSettings.Location.Memory(var name) -> Connections.inMemory(name);
        };
    }

    static ReadPool.Limits limits(StoreSettings.Reads reads) {
        return new ReadPool.Limits(reads.instructions(), reads.queue(), reads.callers());
    }

    private Writer writer(
            Connections connections,
            StoreSettings.Writes writes,
            Surroundings around,
            ViewCache cache) {
        var memory = new WriterMemory(
                names,
                new Telling.Known(directory, waiting, writes.waitingDeliveries()),
                spending,
                new WriterMemory.Limits(writes.liveTasks(), writes.keysInMemory()));
        return new Writer(
                new Intake(around.wakeWriter(), writes.queue()),
                () -> WriterConnection.over(connections.writer(), around.rules(), memory),
                memory,
                Fanout.of(cache, around.commits()),
                around.gate()::commit);
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
        return new SqliteJobs(pool, names);
    }

    public PastRuns pastRuns() {
        return new SqlitePastRuns(pool, names);
    }

    /** Shows each task that is live; to be called before the writer's first step. */
    public void eachLive(Consumer<Task> listener) {
        writer.eachLive(listener);
    }

    public Accounts accounts() {
        return new SqliteAccounts(writer, directory, openings());
    }

    public Keys keys() {
        return new SqliteKeys(writer, new KeyReads(pool), directory, openings());
    }

    public Registry registry() {
        return new SqliteRegistry(writer, new AccountReads(pool), new LimitReads(pool), openings());
    }

    public AuditLog audit() {
        return new SqliteAudit(pool);
    }

    private Openings openings() {
        return new Openings(directory, random);
    }

    public LimitStore limits() {
        return new SqliteLimits(writer, new LimitReads(pool), spending);
    }

    public Sessions sessions() {
        return new SqliteSessions(writer, new SessionReads(pool));
    }

    public Assets assets() {
        return new SqliteAssets(pool);
    }

    public UploadStore uploads() {
        return new SqliteUploads(writer, new UploadReads(pool), fileChanges);
    }

    /**
     * An account's files.
     *
     * @param clock what has expired by it is in no list
     */
    public Files files(InstantSource clock) {
        var reads = new FileReads(pool, names, limits.reads().stretch());
        return new SqliteFiles(writer, reads, fileChanges, clock);
    }

    /** What a later step has not looked at; one for the process, for it knows where it is. */
    public StudyQueue study() {
        return new SqliteStudy(writer, new StudyReads(pool, limits.reads().stretch()), fileChanges);
    }

    public SearchIndex search() {
        return new SqliteSearch(writer, new SearchReads(pool));
    }

    public Ledger ledger() {
        return new SqliteLedger(writer, new SqliteBooks(pool), new PostingReads(pool));
    }

    public Feed feed() {
        return new SqliteFeed(pool, names, limits.reads().stretch());
    }

    public Endpoints endpoints() {
        return new SqliteEndpoints(writer, new EndpointReads(pool));
    }

    public Deliveries deliveries() {
        var reads = new DeliveryReads(pool, names, limits.reads().stretch());
        return new SqliteDeliveries(writer, reads, directory, waiting);
    }

    public ReplayQueue replays() {
        return new SqliteReplays(writer, new ReplayReads(pool));
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
