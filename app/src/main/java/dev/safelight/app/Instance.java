package dev.safelight.app;

import dev.safelight.cli.Reason;
import dev.safelight.core.access.KeyText;
import dev.safelight.core.access.Mode;
import dev.safelight.core.access.SecretBox;
import dev.safelight.core.account.NewApiKey;
import dev.safelight.core.search.CircuitBreaker;
import dev.safelight.core.search.TextMeaning;
import dev.safelight.core.task.StoreFault;
import dev.safelight.core.time.Step;
import dev.safelight.core.tool.Catalog;
import dev.safelight.core.worker.Scratch;
import dev.safelight.core.worker.Worker;
import dev.safelight.core.worker.WorkerPorts;
import dev.safelight.core.worker.WorkerSettings;
import dev.safelight.engines.illustrator.IllustratorEngine;
import dev.safelight.engines.sandbox.SandboxEngine;
import dev.safelight.engines.speech.SpeechEngine;
import dev.safelight.media.meaning.Meaning;
import dev.safelight.media.pack.Packs;
import dev.safelight.server.http.Gauge;
import dev.safelight.server.http.HttpPorts;
import dev.safelight.server.http.HttpServer;
import dev.safelight.server.http.HttpSettings;
import dev.safelight.server.outbound.NameLookup;
import dev.safelight.store.blobs.FolderBlobs;
import dev.safelight.store.sql.SqlFault;
import dev.safelight.store.sqlite.CommitGate;
import dev.safelight.store.sqlite.StoreSettings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/** One server as a process runs it: an assembly with a data folder, engines and a port. */
final class Instance implements AutoCloseable {
    private static final Duration PROGRESS_EVERY = Duration.ofSeconds(1);

    /** What it is opened for. */
    private enum Use {
        SERVING,
        TENDING
    }

    private final Config config;
    private final Use use;
    private final Opened opened = new Opened();
    private final Loop loop = new Loop();
    private final MachineDriver driver = new MachineDriver(loop);
    private final DataFolder folder;
    private final Assembly assembly;
    private final WebhookPorts webhooks;
    private final FolderBlobs blobs;
    private final SpeechEngine speech;
    private final TextMeaning meaning;
    private final EngineSet engines;
    private final Worker worker;
    private final FileServices files;
    private final OutboundServices outbound;
    private final HttpServer http;
    private final Faces.Made made;
    private final Optional<FirstKeys> firstKeys;

    /**
     * Opens everything, the port too, but answers nobody yet. The first accounts come last: a start
     * that fails before that has given away no key.
     */
    private Instance(Config config, Use use) throws ConfigFault, IOException {
        config.check();
        this.config = config;
        this.use = use;
        boolean whole = false;
        try {
            folder = DataFolder.open(config.data());
            opened.add(folder::close);
            opened.add(loop::close);
            assembly = new Assembly(driver, storeSettings(), CommitGate.OPEN);
            opened.add(assembly::close);
            blobs = FolderBlobs.open(folder.blobs(), assembly.clock());
            meaning = new CircuitBreaker(new Meaning(), assembly.clock());
            var packs = new Packs(config.packs());
            var searchPath = System.getenv().getOrDefault("PATH", "");
            speech = new SpeechEngine(packs, config.voices(), searchPath);
            var station = driver.station();
            var catalog = Catalog.load();
            engines = new EngineSet(
                    catalog,
                    config.routes(),
                    new SandboxEngine(station.pace()),
                    new IllustratorEngine(packs, meaning, config.promptInFile()),
                    speech);
            worker = employ(use, station);
            files = files();
            outbound = outbound();
            webhooks = webhooks();
            http = listen();
            var threads = driver.receivers(config.limits().uploads().threads());
            made = new Faces(assembly, http.address(), catalog, engines, webhooks)
                    .all(speech, files, threads);
            firstKeys = firstKeys(use);
            whole = true;
        } finally {
            if (!whole) opened.close();
        }
    }

    /** Opens everything; what stands in the way is told in one line. */
    static Instance open(Config config) throws ConfigFault, IOException {
        return open(config, Use.SERVING);
    }

    private static Instance open(Config config, Use use) throws ConfigFault, IOException {
        try {
            return new Instance(config, use);
        } catch (CompletionException wrapped) {
            throw refused(wrapped.getCause() == null ? wrapped : wrapped.getCause());
        } catch (IllegalStateException | SqlFault | StoreFault | UncheckedIOException fault) {
            throw refused(fault);
        }
    }

    /** The same on a folder that has accounts, to look after them: it runs no task. */
    static Instance tend(Config config) throws ConfigFault, IOException {
        return open(config, Use.TENDING);
    }

    private static IOException refused(Throwable fault) {
        return new IOException("cannot start: " + why(fault), fault);
    }

    private static String why(Throwable fault) {
        var told = fault instanceof UncheckedIOException ? fault.getCause() : fault;
        return told instanceof IOException io ? Reason.of(io, "") : "" + fault.getMessage();
    }

    private StoreSettings storeSettings() throws ConfigFault {
        var file = new StoreSettings.Location.File(folder.store());
        return new StoreSettings(file, config.limits().store());
    }

    private WebhookPorts webhooks() throws ConfigFault, IOException {
        boolean isNeeded = assembly.store().keys().haveSecrets().join();
        var random = driver.random();
        var box = new SecretBox(MasterKey.open(folder.masterKey(), isNeeded, random), random);
        return new WebhookPorts(
                assembly,
                new WebhookPorts.Outgoing(outbound.check(), outbound.courier(), driver.wall()),
                new WebhookPorts.Sealing(box, random),
                new NewApiKey.Start(config.limits().firstKeys(), config.grant()));
    }

    private Optional<FirstKeys> firstKeys(Use use) throws ConfigFault {
        var accounts = assembly.store().accounts();
        if (use == Use.SERVING) return FirstKeys.open(accounts, config, driver.random());
        if (accounts.isEmpty())
            throw new IllegalStateException("there is no account yet: start the server once");
        return Optional.empty();
    }

    private Worker employ(Use use, Driver.Station station) throws ConfigFault, IOException {
        var scratch = new Scratch(folder.scratch());
        scratch.sweep();
        return assembly.employ(
                station,
                new WorkerSettings("local", config.lease(), PROGRESS_EVERY),
                use == Use.TENDING ? List.of() : engines.all(),
                new WorkerPorts.Storage(blobs, scratch));
    }

    private FileServices files() throws ConfigFault {
        var threads = loop.platformThreads("search", config.limits().search().threads());
        var made = new FileServices(assembly, blobs, meaning, folder, threads, config.limits());
        opened.add(made::close);
        return made;
    }

    private OutboundServices outbound() throws ConfigFault {
        int lookups = config.limits().outgoing().names().together().all();
        var made = new OutboundServices(
                config,
                NameLookup.ofTheMachine(),
                loop.platformThreads("resolver", lookups),
                driver.handlers(),
                assembly.clock());
        opened.add(made::close);
        return made;
    }

    private HttpServer listen() throws ConfigFault, IOException {
        var settings = new HttpSettings(
                config.host(),
                config.port(),
                config.publicUrl(),
                config.cors(),
                config.limits().http());
        var ready = new Readiness(assembly.store());
        var ports = new HttpPorts(
                assembly.store().accounts(),
                assembly::answerWaiting,
                assembly.ids(),
                assembly.clock(),
                ready::probe,
                gauges());
        var made = new HttpServer(settings, ports, driver.handlers());
        opened.add(made::stop);
        made.listen();
        return made;
    }

    private List<Gauge> gauges() {
        return List.of(
                new Gauge(
                        "safelight.store.queued",
                        "writes that wait for the store",
                        assembly.store()::queued),
                new Gauge("safelight.worker.running", "tasks that run here", worker::running),
                new Gauge(
                        "safelight.worker.hanging",
                        "runs that were told to stop and have not",
                        worker::hanging),
                new Gauge(
                        "safelight.outbound.parcels",
                        "payloads on their way to receivers",
                        outbound::parcels));
    }

    /** The keys that were just opened; only now can they be shown. */
    Optional<FirstKeys> firstKeys() {
        return firstKeys;
    }

    /** A fresh key of whoever owns the folder: it may do everything until this is closed. */
    KeyText admitOwner() {
        var key = KeyText.mint(Mode.LIVE, driver.random());
        assembly.store().accounts().admitOwner(key).join();
        return key;
    }

    /** What a client begins its addresses with. */
    String url() {
        return http.address().of("");
    }

    /** Where this process itself reaches it, whatever others are told: it listens on loopback. */
    URI loopback() {
        return URI.create("http://127.0.0.1:" + http.port());
    }

    /** Answers from here on, those first who have called since the port was opened. */
    void start() throws IOException, ConfigFault {
        boolean answering = false;
        try {
            http.start(made.faces());
            answering = true;
        } finally {
            if (!answering) opened.close();
        }
        http.steps().forEach(step -> turn("http-clock", step));
        assembly.store().beside().forEach(step -> assembly.turnBeside("checkpoint", step));
        files.turn(opened);
        assembly.learnFromPastRuns();
        if (use == Use.SERVING) opened.add(sending()::close);
    }

    /** Tells from here on what was decided, also by an earlier run. */
    private WebhookServices sending() throws ConfigFault {
        var ends = new WebhookServices.Ends(outbound.courier(), made.form(), driver.wall());
        return new WebhookServices(
                assembly, driver, ends, config.limits().outgoing().dispatch());
    }

    private void turn(String name, Step step) {
        driver.wheel(name).turn(step, assembly.clock());
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
