package dev.safelight.store.sqlite;

import dev.safelight.core.access.Accounts;
import dev.safelight.core.access.LimitStore;
import dev.safelight.core.access.Secrets;
import dev.safelight.core.account.Keys;
import dev.safelight.core.account.Registry;
import dev.safelight.core.asset.Assets;
import dev.safelight.core.audit.AuditLog;
import dev.safelight.core.engine.Jobs;
import dev.safelight.core.feed.Feed;
import dev.safelight.core.id.Cursor;
import dev.safelight.core.ledger.Ledger;
import dev.safelight.core.library.Files;
import dev.safelight.core.library.StudyQueue;
import dev.safelight.core.search.SearchIndex;
import dev.safelight.core.session.Sessions;
import dev.safelight.core.task.CommitListener;
import dev.safelight.core.task.Fanout;
import dev.safelight.core.task.Retries;
import dev.safelight.core.task.TaskReads;
import dev.safelight.core.task.TaskRules;
import dev.safelight.core.task.TaskStore;
import dev.safelight.core.upload.UploadStore;
import dev.safelight.core.webhook.Deliveries;
import dev.safelight.core.webhook.Endpoints;
import dev.safelight.core.webhook.ReplayQueue;
import dev.safelight.store.sql.Db;
import dev.safelight.store.sqlite.rows.Places;
import dev.safelight.store.sqlite.writer.Writer;
import dev.safelight.testkit.contract.StoreHarness;
import dev.safelight.testkit.time.VirtualTime;

import java.time.Instant;
import java.util.Random;
import java.util.function.Consumer;

/** The embedded store, stepped by whoever asks; reads run where they are called. */
final class SqliteHarness implements StoreHarness {
    /** More steps at one moment than this are a loop without an end. */
    private static final int ENOUGH = 20_000;

    private final StoreSettings settings;
    private final SqliteStore.Surroundings around;
    private final VirtualTime time;
    private final Fanout listeners = new Fanout();
    private final Db keeper;
    private SqliteStore store;
    private StudyQueue study;

    SqliteHarness(StoreSettings.Location location, VirtualTime time) {
        this(location, time, changes -> {}, CommitGate.OPEN);
    }

    SqliteHarness(StoreSettings settings, VirtualTime time) {
        this(settings, time, changes -> {}, CommitGate.OPEN);
    }

    SqliteHarness(
            StoreSettings.Location location,
            VirtualTime time,
            CommitListener commits,
            CommitGate gate) {
        this(new StoreSettings(location, StoreLimits.ROOMY), time, commits, gate);
    }

    SqliteHarness(
            StoreSettings settings, VirtualTime time, CommitListener commits, CommitGate gate) {
        this.time = time;
        this.settings = settings;
        listeners.add(commits);
        around = new SqliteStore.Surroundings(
                new TaskRules(Retries.DEFAULT),
                listeners,
                () -> {},
                Runnable::run,
                new Random(1),
                gate);
        // What is in memory only lasts as long as a connection to it.
        keeper = SqliteStore.connections(settings.location()).connect();
        store = SqliteStore.open(settings, around);
        study = store.study();
    }

    SqliteStore opened() {
        return store;
    }

    Writer writer() {
        return (Writer) store.writer();
    }

    /** Does something to the writer's own connection, in a batch of its own. */
    void onWriter(Consumer<Db> work) {
        var done = writer().rare(tx -> {
            work.accept(tx.db());
            return true;
        });
        settle();
        done.join();
    }

    /** One step of the writer; says when the next one is due. */
    Instant step() {
        return store.writer().step(time.instant());
    }

    @Override
    public void listen(CommitListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeLog(Cursor upTo) {
        long mark = Places.row(upTo);
        onWriter(db -> {
            db.prepare("DELETE FROM event WHERE change<=?").bind(mark).run();
            db.prepare("INSERT OR REPLACE INTO log_mark(account, passed) VALUES(0,?)")
                    .bind(mark)
                    .run();
        });
    }

    @Override
    public void settle() {
        for (int steps = 0; !step().isAfter(time.instant()); steps++) {
            if (steps > ENOUGH) throw new AssertionError("the writer never rests");
        }
    }

    @Override
    public void reopen() {
        store.close();
        store = SqliteStore.open(settings, around);
        study = store.study();
    }

    @Override
    public void close() {
        store.close();
        keeper.close();
    }

    @Override
    public TaskStore tasks() {
        return store.tasks();
    }

    @Override
    public TaskReads reads() {
        return store.reads();
    }

    @Override
    public Jobs jobs() {
        return store.jobs();
    }

    @Override
    public Accounts accounts() {
        return store.accounts();
    }

    @Override
    public Keys keys() {
        return store.keys();
    }

    @Override
    public Registry registry() {
        return store.registry();
    }

    @Override
    public AuditLog audit() {
        return store.audit();
    }

    @Override
    public LimitStore limits() {
        return store.limits();
    }

    @Override
    public Sessions sessions() {
        return store.sessions();
    }

    @Override
    public Secrets secrets() {
        return store.secrets();
    }

    @Override
    public Assets assets() {
        return store.assets();
    }

    @Override
    public UploadStore uploads() {
        return store.uploads();
    }

    @Override
    public Files files() {
        return store.files(time);
    }

    @Override
    public StudyQueue study() {
        return study;
    }

    @Override
    public SearchIndex search() {
        return store.search();
    }

    @Override
    public Ledger ledger() {
        return store.ledger();
    }

    @Override
    public Feed feed() {
        return store.feed();
    }

    @Override
    public Endpoints endpoints() {
        return store.endpoints();
    }

    @Override
    public Deliveries deliveries() {
        return store.deliveries();
    }

    @Override
    public ReplayQueue replays() {
        return store.replays();
    }
}
