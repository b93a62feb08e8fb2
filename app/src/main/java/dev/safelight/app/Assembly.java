package dev.safelight.app;

import dev.safelight.core.asset.BlobSweep;
import dev.safelight.core.engine.Engine;
import dev.safelight.core.engine.Worker;
import dev.safelight.core.engine.WorkerPorts;
import dev.safelight.core.engine.WorkerSettings;
import dev.safelight.core.id.Ids;
import dev.safelight.core.task.Fanout;
import dev.safelight.core.task.Tasks;
import dev.safelight.core.task.Waits;
import dev.safelight.core.tool.Catalog;
import dev.safelight.engines.illustrator.IllustratorEngine;
import dev.safelight.engines.pack.Packs;
import dev.safelight.engines.sandbox.SandboxEngine;
import dev.safelight.engines.speech.Programs;
import dev.safelight.engines.speech.SpeechEngine;
import dev.safelight.server.asset.AssetAddresses;
import dev.safelight.server.asset.AssetFace;
import dev.safelight.server.dialect.tools.ToolsFace;
import dev.safelight.server.dialect.tools.ToolsPorts;
import dev.safelight.server.http.HttpLimits;
import dev.safelight.server.http.HttpPorts;
import dev.safelight.server.http.HttpServer;
import dev.safelight.server.http.HttpSettings;
import dev.safelight.store.blobs.FolderBlobs;
import dev.safelight.store.sqlite.CommitGate;
import dev.safelight.store.sqlite.SqliteStore;
import dev.safelight.store.sqlite.StoreSettings;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The whole server, put together by constructors alone. */
final class Assembly implements AutoCloseable {
    private static final int READERS = 2;
    private final Config config;
    private final Loop loop = new Loop();
    private final DataFolder folder;
    private final Loop.Wheel writerWheel = loop.wheel("store-writer");
    private final SqliteStore store;
    private final Worker worker;
    private final HttpServer http;
    private final Optional<FirstKeys> firstKeys;

    Assembly(Config config) throws ConfigFault, IOException {
        this.config = config;
        folder = DataFolder.open(config.data());
        var random = new SecureRandom();
        var commits = new Fanout();
        store = SqliteStore.open(
                new StoreSettings(
                        new StoreSettings.Location.File(folder.store()),
                        READERS,
                        config.number(Setting.QUEUE_LIMIT, 1, 1_000_000)),
                new SqliteStore.Surroundings(
                        commits,
                        writerWheel::wake,
                        loop.platformThreads("store-reader", READERS),
                        random,
                        CommitGate.OPEN));
        var clock = new SteadyClock(Instant.now(), store.lastInstant(), System::nanoTime);
        loop.turn(writerWheel, store.writer(), clock);
        firstKeys = FirstKeys.open(store.accounts(), config, random);
        for (var purpose : List.of(AssetAddresses.PURPOSE, ToolsFace.CURSOR_SECRETS)) {
            if (store.secrets().all(purpose).isEmpty())
                store.secrets().rotate(purpose).join();
        }

        var ids = new Ids(clock, random);
        var virtual = loop.virtualThreads();
        var blobs = FolderBlobs.open(folder.blobs(), clock);
        var waits = new Waits(store.reads(), virtual);
        var pace = new BlockingPace();
        var packs = new Packs(config.packs());
        var speech = new SpeechEngine(
                packs, config.voices(), Programs.on(System.getenv().getOrDefault("PATH", "")));
        List<Engine> engines =
                List.of(new SandboxEngine(pace), new IllustratorEngine(packs), speech);
        var workerWheel = loop.wheel("worker");
        var runs = loop.runThreads();
        worker = new Worker(
                new WorkerSettings(
                        "local",
                        config.seconds(Setting.LEASE_SECONDS, 3_600),
                        Duration.ofSeconds(1)),
                engines,
                new WorkerPorts(store.tasks(), store.jobs(), blobs, ids, clock),
                (engine, run) -> runs.execute(run),
                pace,
                workerWheel::wake);
        commits.add(waits);
        commits.add(worker);

        http = new HttpServer(
                new HttpSettings(
                        config.text(Setting.HOST),
                        config.number(Setting.PORT, 0, 65_535),
                        config.publicUrl(),
                        HttpLimits.DEFAULT),
                new HttpPorts(store.accounts(), waits, ids, clock, store.reads()::countLive),
                virtual);
        var addresses = new AssetAddresses(http.address(), store.secrets(), clock);
        var tools = new ToolsPorts(
                new ToolsPorts.Work(new Tasks(store.tasks(), store.reads(), ids), waits),
                new ToolsPorts.Shelves(store.sessions(), store.assets(), store.ledger(), addresses),
                new ToolsPorts.Offer(Catalog.load(), speech),
                new ToolsPorts.Source(clock, ids, store.secrets()));
        http.start(List.of(
                ToolsFace.of(tools),
                new AssetFace(addresses, store.assets(), blobs, clock).face()));

        loop.turn(workerWheel, worker, clock);
        http.steps().forEach(step -> loop.turn(loop.wheel("http-clock"), step, clock));
        store.beside().forEach(step -> loop.turn(loop.wheel("checkpoint"), step, clock));
        loop.turn(loop.wheel("blob-sweep"), new BlobSweep(blobs, store.assets()), clock);
    }

    /** The keys that were just opened; only now can they be shown. */
    Optional<FirstKeys> firstKeys() {
        return firstKeys;
    }

    /** What a client begins its addresses with. */
    String url() {
        return http.address().of("");
    }

    /** Answers who waits, lets what runs finish for a while, gives the rest back, and closes. */
    @Override
    public void close() throws IOException, ConfigFault {
        var patience = config.seconds(Setting.DRAIN_SECONDS, 3_600);
        var drain = new Drain(worker, patience);
        drain.begin();
        http.drain(patience);
        drain.finish();
        http.stop();
        writerWheel.join();
        store.close();
        loop.close();
        folder.close();
    }
}
