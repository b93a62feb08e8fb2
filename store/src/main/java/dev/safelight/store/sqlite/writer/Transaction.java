package dev.safelight.store.sqlite.writer;

import dev.safelight.core.access.LimitChange;
import dev.safelight.core.task.Appended;
import dev.safelight.core.task.TaskChange;
import dev.safelight.store.sql.Db;
import dev.safelight.store.sql.Query;
import dev.safelight.store.sql.SqlFile;
import dev.safelight.store.sql.Statement;
import dev.safelight.store.sqlite.files.FileTables;
import dev.safelight.store.sqlite.rows.AccountTable;
import dev.safelight.store.sqlite.rows.AssetTable;
import dev.safelight.store.sqlite.rows.AuditTable;
import dev.safelight.store.sqlite.rows.Books;
import dev.safelight.store.sqlite.rows.CheckpointTable;
import dev.safelight.store.sqlite.rows.Counters;
import dev.safelight.store.sqlite.rows.Directory;
import dev.safelight.store.sqlite.rows.EarlierSubmits;
import dev.safelight.store.sqlite.rows.EventTable;
import dev.safelight.store.sqlite.rows.IdempotencyKeys;
import dev.safelight.store.sqlite.rows.KeyTable;
import dev.safelight.store.sqlite.rows.KnownSpending;
import dev.safelight.store.sqlite.rows.LimitTable;
import dev.safelight.store.sqlite.rows.NameTable;
import dev.safelight.store.sqlite.rows.SessionTable;
import dev.safelight.store.sqlite.rows.SpendTable;
import dev.safelight.store.sqlite.rows.Statements;
import dev.safelight.store.sqlite.rows.TaskFileTable;
import dev.safelight.store.sqlite.rows.TaskTable;
import dev.safelight.store.sqlite.telling.Telling;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The writer's connection, its tables, and the batch that is open on it. What is decided gathers
 * here and is written before the commit; callers are answered, and listeners told, only after it.
 * Confined to the writer thread.
 */
public final class Transaction {
    private final Db db;
    private final SqlFile sql = Statements.WRITES;
    private final Statement begin;
    private final Statement commit;
    private final Statement rollback;
    private final List<TaskChange> changes = new ArrayList<>();
    private final List<Runnable> afterCommit = new ArrayList<>();
    private final Map<String, Statement> rare = new HashMap<>();
    private final Map<String, Query<Long>> inserts = new HashMap<>();
    private Instant now = Instant.EPOCH;

    final Counters counters;
    final TaskTable tasks;
    final AssetTable assets;
    final CheckpointTable checkpoints;
    final TaskFileTable taskFiles;
    final IdempotencyKeys idempotency;
    final EarlierSubmits earlier;
    private final Books books;
    private final EventTable events;
    private final SessionTable sessions;
    private final Telling telling;
    private final AccountTable accounts;
    private final KeyTable keys;
    private final AuditTable audit;
    private final FileTables files;
    private final LimitTable limits;
    private final SpendTable spend;
    private final LimitDecider limiting;

    /** What others look up as of the last commit, or that outlives the connection. */
    record Known(NameTable names, KnownSpending spending, Telling.Known telling, int keysInMemory) {
        Directory directory() {
            return telling.directory();
        }
    }

    /**
     * @param limits over the same connection, from which the live tasks are scheduled
     */
    Transaction(Db db, Known memory, LimitTable limits, LiveTasks live) {
        this.db = db;
        this.limits = limits;
        var directory = memory.directory();
        spend = new SpendTable(db, sql, memory.spending(), afterCommit::add);
        counters = new Counters(db, sql);
        books = new Books(db, sql, counters);
        tasks = new TaskTable(db, sql, memory.names());
        limiting = new LimitDecider(limits, spend, tasks, live, directory, afterCommit::add);
        events = new EventTable(db, counters);
        assets = new AssetTable(db, counters);
        var log = new Telling.Log(events, counters);
        telling = new Telling(db, sql, log, memory.telling(), afterCommit::add);
        accounts = new AccountTable(db, sql);
        keys = new KeyTable(db, sql);
        audit = new AuditTable(db, sql);
        files = new FileTables(db, counters);
        checkpoints = new CheckpointTable(db, sql);
        taskFiles = new TaskFileTable(db, sql);
        sessions = new SessionTable(db, sql);
        idempotency = new IdempotencyKeys(db, sql, counters.keysMoved(), memory.keysInMemory());
        earlier = new EarlierSubmits(db, sql, idempotency);
        begin = db.prepare("BEGIN IMMEDIATE");
        commit = db.prepare("COMMIT");
        rollback = db.prepare("ROLLBACK");
    }

    public Books books() {
        return books;
    }

    public EventTable events() {
        return events;
    }

    /** The change number of the latest entry of the log, as of this point of the batch. */
    public long lastChange() {
        return counters.change();
    }

    /** Who is told, as of this point of the batch. */
    public Telling telling() {
        return telling;
    }

    public AccountTable accounts() {
        return accounts;
    }

    public KeyTable keys() {
        return keys;
    }

    public AuditTable audit() {
        return audit;
    }

    public FileTables files() {
        return files;
    }

    public SessionTable sessions() {
        return sessions;
    }

    /** Where limits are known; changed by {@link #limit}. */
    public LimitTable limits() {
        return limits;
    }

    /** Sets limits; the schedule follows at once. */
    public LimitChange.Outcome limit(LimitChange change) {
        return limiting.change(change, now);
    }

    SpendTable spend() {
        return spend;
    }

    /** A change of this name, prepared once; for what is rare. */
    public Statement prepare(String name) {
        return rare.computeIfAbsent(name, n -> db.prepare(sql.get(n)));
    }

    /** An insert of this name that gives its row's number; prepared once, for what is rare. */
    public Query<Long> inserting(String name) {
        return inserts.computeIfAbsent(name, n -> db.numbers(sql.get(n)));
    }

    /** Opens a batch; its one instant has the precision of the rows. */
    void begin(Instant moment) {
        begin.run();
        limits.begin();
        now = moment.truncatedTo(ChronoUnit.MILLIS);
    }

    /** The batch's one instant, in whole milliseconds. */
    public Instant now() {
        return now;
    }

    /** To be done once the batch is on disk. Must be quick. */
    public void afterCommit(Runnable then) {
        afterCommit.add(then);
    }

    /** A task changed; listeners are told once the batch is on disk. */
    void changed(TaskChange change) {
        changes.add(change);
    }

    /** Writes everything that has gathered; the rows of new tasks came before their changes. */
    void flush() {
        tasks.flushRows();
        events.flush();
        assets.flush();
        books.flush();
        spend.flush(now);
        earlier.clear();
        sessions.close();
        counters.flush(now);
        telling.flush();
    }

    void commit() {
        commit.run();
    }

    /** What changed, for the listeners; forgotten here. */
    List<TaskChange> takeChanges() {
        var taken = List.copyOf(changes);
        changes.clear();
        return taken;
    }

    /** Whose log it adds to, for the listeners; forgotten here. */
    @Nullable
    Appended takeAppended() {
        return events.takeAppended();
    }

    /** What is to be done once the batch is on disk; forgotten here. */
    List<Runnable> takeAfterCommit() {
        var taken = List.copyOf(afterCommit);
        afterCommit.clear();
        return taken;
    }

    /** Undoes the open batch, in memory too. */
    void rollback() {
        tasks.clear();
        events.clear();
        assets.clear();
        telling.clear();
        books.clear();
        spend.clear();
        earlier.clear();
        sessions.clear();
        changes.clear();
        afterCommit.clear();
        rollback.run();
        counters.load();
        limits.undo();
    }

    /** The connection itself, for what no table covers. */
    public Db db() {
        return db;
    }

    void close() {
        db.close();
    }
}
