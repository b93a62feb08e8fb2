package dev.safelight.app;

import dev.safelight.core.access.Secrets;
import dev.safelight.core.asset.BlobSweep;
import dev.safelight.core.engine.Engine;
import dev.safelight.core.engine.Worker;
import dev.safelight.core.engine.WorkerPorts;
import dev.safelight.core.engine.WorkerSettings;
import dev.safelight.core.id.Ids;
import dev.safelight.core.task.Fanout;
import dev.safelight.core.task.StoreFault;
import dev.safelight.core.task.Tasks;
import dev.safelight.core.task.Waits;
import dev.safelight.core.tool.Catalog;
import dev.safelight.engines.illustrator.IllustratorEngine;
import dev.safelight.engines.pack.Packs;
import dev.safelight.engines.sandbox.SandboxEngine;
import dev.safelight.engines.speech.SpeechEngine;
import dev.safelight.server.asset.AssetAddresses;
import dev.safelight.server.asset.AssetFace;
import dev.safelight.server.dialect.tools.ToolsFace;
import dev.safelight.server.dialect.tools.ToolsPorts;
import dev.safelight.server.http.Face;
import dev.safelight.server.http.HttpLimits;
import dev.safelight.server.http.HttpPorts;
import dev.safelight.server.http.HttpServer;
import dev.safelight.server.http.HttpSettings;
import dev.safelight.store.blobs.FolderBlobs;
import dev.safelight.store.sql.SqlFault;
import dev.safelight.store.sqlite.CommitGate;
import dev.safelight.store.sqlite.SqliteStore;
import dev.safelight.store.sqlite.StoreSettings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** The whole server, put together by constructors alone. */
final class Assembly implements AutoCloseable {
    private static final int READERS = 2;
    private static final Duration PROGRESS_EVERY = Duration.ofSeconds(1);

    private final Config config;
    private final Opened opened = new Opened();
    private final Loop loop = new Loop();
    private final SecureRandom random = new SecureRandom();
    private final Fanout commits = new Fanout();
    private final Executor handlers = loop.virtualThreads();
    private final Loop.Wheel writing = loop.wheel("store-writer");
    private final DataFolder folder;
    private final SqliteStore store;
    private final InstantSource clock;
    private final Ids ids;
    private final FolderBlobs blobs;
    private final SpeechEngine speech;
    private final Worker worker;
    private final HttpServer http;
    private final List<Face> faces;
    private final Optional<FirstKeys> firstKeys;

    /**
     * Opens everything, the port too, but answers nobody yet. The first accounts come last: a start
     * that fails before that has given away no key.
     */
    private Assembly(Config config) throws ConfigFault, IOException {
        config.check();
        this.config = config;
        boolean whole = false;
        try {
            folder = DataFolder.open(config.data());
            opened.add(folder::close);
            opened.add(loop::close);
            store = openStore();
            opened.add(store::close);
            clock = new SteadyClock(Instant.now(), store.lastInstant(), System::nanoTime);
            ids = new Ids(clock, random);
            blobs = FolderBlobs.open(folder.blobs(), clock);
            loop.turn(writing, store.writer(), clock);
            opened.add(writing::join);
            var packs = new Packs(config.packs());
            var searchPath = System.getenv().getOrDefault("PATH", "");
            speech = new SpeechEngine(packs, config.voices(), searchPath);
            worker = startWorker(new IllustratorEngine(packs));
            var waits = new Waits(store.reads(), handlers);
            commits.add(waits);
            http = listen(waits);
            faces = faces(waits);
            firstKeys = FirstKeys.open(store.accounts(), config, random);
            whole = true;
        } finally {
            if (!whole) opened.close();
        }
    }

    /** Opens everything; what stands in the way is told in one line. */
    static Assembly open(Config config) throws ConfigFault, IOException {
        try {
            return new Assembly(config);
        } catch (CompletionException wrapped) {
            throw refused(wrapped.getCause() == null ? wrapped : wrapped.getCause());
        } catch (IllegalStateException | SqlFault | StoreFault | UncheckedIOException fault) {
            throw refused(fault);
        }
    }

    private static IOException refused(Throwable fault) {
        return new IOException("cannot start: " + fault.getMessage(), fault);
    }

    private SqliteStore openStore() throws ConfigFault {
        var file = new StoreSettings.Location.File(folder.store());
        var settings = new StoreSettings(file, READERS, config.queueLimit());
        var readers = loop.platformThreads("store-reader", READERS);
        return SqliteStore.open(
                settings,
                new SqliteStore.Surroundings(
                        commits, writing::wake, readers, random, CommitGate.OPEN));
    }

    private Worker startWorker(Engine illustrator) throws ConfigFault {
        var pace = new BlockingPace();
        var wheel = loop.wheel("worker");
        var runs = loop.runThreads();
        var started = new Worker(
                new WorkerSettings("local", config.lease(), PROGRESS_EVERY),
                List.of(new SandboxEngine(pace), illustrator, speech),
                new WorkerPorts(store.tasks(), store.jobs(), blobs, ids, clock),
                (engine, run) -> runs.execute(run),
                pace,
                wheel::wake);
        commits.add(started);
        loop.turn(wheel, started, clock);
        return started;
    }

    private HttpServer listen(Waits waits) throws ConfigFault, IOException {
        var settings = new HttpSettings(
                config.text(Setting.HOST), config.port(), config.publicUrl(), HttpLimits.DEFAULT);
        var ready = new Readiness(store);
        var ports = new HttpPorts(store.accounts(), waits, ids, clock, ready::probe);
        var made = new HttpServer(settings, ports, handlers);
        opened.add(made::stop);
        made.listen();
        return made;
    }

    private List<Face> faces(Waits waits) {
        var addresses = new AssetAddresses(http.address(), secrets(), clock);
        var tools = new ToolsPorts(
                new ToolsPorts.Work(new Tasks(store.tasks(), store.reads(), ids), waits),
                new ToolsPorts.Shelves(store.sessions(), store.assets(), store.ledger(), addresses),
                new ToolsPorts.Offer(Catalog.load(), speech),
                new ToolsPorts.Source(clock, ids, secrets()));
        var files = new AssetFace(addresses, store.assets(), blobs, clock);
        return List.of(ToolsFace.of(tools), files.face());
    }

    /** What is signed with a secret has one from the first start on. */
    private Secrets secrets() {
        var secrets = store.secrets();
        for (var purpose : List.of(AssetAddresses.PURPOSE, ToolsFace.CURSOR_SECRETS)) {
            if (secrets.all(purpose).isEmpty()) secrets.rotate(purpose).join();
        }
        return secrets;
    }

    /** The keys that were just opened; only now can they be shown. */
    Optional<FirstKeys> firstKeys() {
        return firstKeys;
    }

    /** What a client begins its addresses with. */
    String url() {
        return http.address().of("");
    }

    /** Answers from here on, those first who have called since the port was opened. */
    void start() throws IOException {
        boolean answering = false;
        try {
            http.start(faces);
            answering = true;
        } finally {
            if (!answering) opened.close();
        }
        http.steps().forEach(step -> loop.turn(loop.wheel("http-clock"), step, clock));
        store.beside().forEach(step -> loop.turn(loop.wheel("checkpoint"), step, clock));
        loop.turn(loop.wheel("blob-sweep"), new BlobSweep(blobs, store.assets()), clock);
    }

    /** Answers who waits, lets what runs finish for a while, gives the rest back, and closes. */
    @Override
    public void close() throws IOException, ConfigFault {
        try {
            var patience = config.drain();
            var drain = new Drain(worker, patience);
            drain.begin();
            http.drain(patience);
            drain.finish();
        } finally {
            opened.close();
        }
    }
}
