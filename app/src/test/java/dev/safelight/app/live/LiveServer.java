package dev.safelight.app.live;

import dev.safelight.app.Limits;
import dev.safelight.core.access.KeyLimits;
import dev.safelight.core.access.KeyText;
import dev.safelight.core.access.Mode;
import dev.safelight.core.access.NewKey;
import dev.safelight.core.access.Principal;
import dev.safelight.core.account.NewApiKey;
import dev.safelight.core.engine.Voice;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.task.Previews;
import dev.safelight.core.task.TaskReads;
import dev.safelight.core.task.Tasks;
import dev.safelight.core.tool.Admission;
import dev.safelight.core.tool.Catalog;
import dev.safelight.core.tool.Routes;
import dev.safelight.core.upload.UploadLimits;
import dev.safelight.core.upload.Uploads;
import dev.safelight.server.account.AccountFace;
import dev.safelight.server.account.AccountPorts;
import dev.safelight.server.account.SpentCredits;
import dev.safelight.server.dialect.Cursors;
import dev.safelight.server.dialect.DialectPorts;
import dev.safelight.server.dialect.IdSpellings;
import dev.safelight.server.dialect.KnownSessions;
import dev.safelight.server.dialect.ShownIds;
import dev.safelight.server.dialect.StreamAddresses;
import dev.safelight.server.dialect.executions.ExecutionsFace;
import dev.safelight.server.dialect.executions.webhook.WebhookFace;
import dev.safelight.server.dialect.tasks.TasksFace;
import dev.safelight.server.dialect.tools.ToolsFace;
import dev.safelight.server.home.HomeFace;
import dev.safelight.server.http.Cors;
import dev.safelight.server.http.HttpLimits;
import dev.safelight.server.http.HttpPorts;
import dev.safelight.server.http.HttpServer;
import dev.safelight.server.http.HttpSettings;
import dev.safelight.server.http.face.Face;
import dev.safelight.store.blobs.FolderBlobs;
import dev.safelight.testkit.time.VirtualTime;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;

/** The server on a free port of loopback over the real store, in virtual time. */
public final class LiveServer implements AutoCloseable {
    public static final String KEY = "a-key-for-the-tests-0001";
    static final String OTHER_KEY = "a-key-for-the-tests-0002";
    public final VirtualTime time = new VirtualTime(Instant.parse("2026-11-22T12:00:00Z"));
    public final LiveStore live;
    public final FolderBlobs blobs;
    public final HttpServer http;
    public final Principal owner;
    public final LiveFiles served;
    final CountedAssets files;
    public final CountedFiles library;
    public final Uploads uploads;
    public final Hindrances hindrances;
    public final LiveWebhooks webhooks;
    public final DialectPorts dialects;
    public final Previews previews = new Previews();

    /** What every engine says of what is submitted; null to take it. */
    public Admission.@Nullable Refusal refusal;

    /** Every engine is here. */
    private final Tasks.Offer offer =
            new Tasks.Offer(Routes.over(Catalog.load().engines()), engine -> request -> refusal);

    public final Face tools;
    public final Face tasks;
    public final Face executions;
    public final Face accounts;
    public final Face feed;
    public final Face endpoints;
    public final List<Voice> voices =
            new ArrayList<>(List.of(new Voice("joe", "Joe", "en-US", "male", "joe", "CC0-1.0")));

    public LiveServer(Path folder) throws IOException {
        this(folder, Limits.USUAL.http(), Limits.USUAL.firstKeys());
    }

    public LiveServer(Path folder, HttpLimits limits, KeyLimits keys) throws IOException {
        this(folder, limits, keys, Cors.OFF);
    }

    public LiveServer(Path folder, HttpLimits limits, KeyLimits keys, Cors cors)
            throws IOException {
        this(
                folder,
                new Given(limits, Limits.USUAL.uploads(), keys, cors),
                dialect -> same -> same);
    }

    /** One for files that come in. */
    public LiveServer(Path folder, UploadLimits uploads, Cors cors) throws IOException {
        this(
                folder,
                new Given(Limits.USUAL.http(), uploads, Limits.USUAL.firstKeys(), cors),
                dialect -> same -> same);
    }

    /** One dialect of which tells a lie. */
    public LiveServer(Path folder, String liar, Lie lie) throws IOException {
        this(
                folder,
                new Given(
                        Limits.USUAL.http(),
                        Limits.USUAL.uploads(),
                        Limits.USUAL.firstKeys(),
                        Cors.OFF),
                dialect -> reads -> dialect.equals(liar) ? lie.under(reads) : reads);
    }

    /** What it is told to bear, and whom it lets call. */
    private record Given(HttpLimits http, UploadLimits uploads, KeyLimits keys, Cors cors) {}

    private LiveServer(Path folder, Given given, Function<String, UnaryOperator<TaskReads>> told)
            throws IOException {
        live = new LiveStore(folder, time);
        blobs = FolderBlobs.open(folder.resolve("blobs"), time);
        owner = open(KEY, given.keys());
        open(OTHER_KEY, given.keys());
        var store = live.store;
        for (var purpose : LiveFiles.PURPOSES) store.secrets().rotate(purpose).join();
        store.secrets().rotate(Cursors.PURPOSE).join();
        store.secrets().rotate(StreamAddresses.PURPOSE).join();
        var ids = live.assembly.ids();
        var ports = new HttpPorts(
                store.accounts(),
                live.assembly::answerWaiting,
                ids,
                time,
                () -> CompletableFuture.completedFuture(true),
                List.of());
        http = new HttpServer(
                new HttpSettings("127.0.0.1", 0, null, given.cors(), given.http()),
                ports,
                live.handlers);
        served = new LiveFiles(store, http.address(), blobs, time, given.uploads());
        files = served.assets();
        library = served.library();
        uploads = served.uploads();
        hindrances = served.hindrances();
        webhooks = new LiveWebhooks(live, time, new NewApiKey.Start(given.keys(), new Credits(70)));
        dialects = dialects();
        accounts = accounts();
        feed = LiveFeed.over(live, time, dialects.source().spellings());
        tools = ToolsFace.of(telling(told.apply("tools")));
        tasks = TasksFace.of(telling(told.apply("tasks")));
        executions = ExecutionsFace.of(telling(told.apply("executions")));
        endpoints = WebhookFace.of(dialects);
        var faces = new ArrayList<>(faces());
        faces.add(FourthDialect.face(dialects));
        faces.add(HomeFace.of(
                http.address(),
                List.of(new HomeFace.Offered("<speak>", "Speaks", "speech", false))));
        faces.addAll(served.faces(dialects));
        http.start(faces);
    }

    private DialectPorts dialects() {
        var store = live.store;
        var prefixes = List.of(ToolsFace.IDS, TasksFace.IDS, ExecutionsFace.IDS, FourthDialect.IDS);
        return new DialectPorts(
                new DialectPorts.Work(
                        live.assembly.tasks(offer),
                        live.waits,
                        live.assembly.estimates(),
                        streams()),
                new DialectPorts.AccountData(
                        store.sessions(),
                        new KnownSessions(store.sessions()),
                        store.ledger(),
                        store.limits(),
                        webhooks.ports()),
                served.shown(),
                served.incoming(live.receivers),
                new DialectPorts.Offer(Catalog.load(), () -> List.copyOf(voices)),
                new DialectPorts.Source(
                        time, live.assembly.ids(), store.secrets(), new IdSpellings(prefixes)));
    }

    private DialectPorts.Streams streams() {
        var store = live.store;
        return new DialectPorts.Streams(
                live.assembly.followers(),
                new StreamAddresses(http.address(), store.secrets(), store.accounts(), time));
    }

    private Face accounts() {
        var store = live.store;
        var ids = new ShownIds(ToolsFace.IDS, dialects.source().spellings());
        return AccountFace.of(
                new AccountPorts(
                        webhooks.ofKeys(dialects),
                        store.registry(),
                        new AccountPorts.Logs(
                                store.ledger(),
                                store.audit(),
                                new SpentCredits(store.limits(), time)),
                        Catalog.load().engines(),
                        store.secrets()),
                ids,
                ToolsFace.DIALECT);
    }

    /** What a dialect calls that is told this of tasks. */
    private DialectPorts telling(UnaryOperator<TaskReads> told) {
        var store = live.store;
        var tasks = new Tasks(
                store.tasks(), told.apply(store.reads()), dialects.source().ids(), offer, previews);
        return new DialectPorts(
                new DialectPorts.Work(
                        tasks,
                        live.waits,
                        live.assembly.estimates(),
                        dialects.work().streams()),
                dialects.data(),
                dialects.library(),
                dialects.incoming(),
                dialects.offer(),
                dialects.source());
    }

    /** The faces of all that has routes with keys. */
    public List<Face> faces() {
        return List.of(tools, tasks, executions, accounts, feed, endpoints);
    }

    private Principal open(String key, KeyLimits limits) {
        var known = live.store.accounts().find(new KeyText(key).digest(), time.instant());
        if (known.isPresent()) return known.get();
        var account = new NewKey("first", Mode.LIVE, new KeyText(key), new Credits(1_000), limits);
        return live.store.accounts().open(account).join();
    }

    public Client client() {
        return new Client(http.port(), KEY);
    }

    public Client stranger() {
        return new Client(http.port(), OTHER_KEY);
    }

    public Hand hand() {
        return new Hand(live.store.tasks(), blobs, time);
    }

    /** Lets time pass and calls what waits for it. */
    public void pass(Duration duration) {
        time.pass(duration);
        live.step();
        http.steps().forEach(step -> step.step(time.instant()));
    }

    /** Spins until there are so many. */
    public void awaitAtLeast(int many, IntSupplier count) {
        spin("there never were " + many, () -> count.getAsInt() >= many);
    }

    /** Spins until there is one. */
    public void await(String what, IntSupplier count) {
        spin("there never was " + what, () -> count.getAsInt() > 0);
    }

    /** Spins until there is none. */
    public void awaitNone(String what, IntSupplier count) {
        spin("there still are " + what, () -> count.getAsInt() == 0);
    }

    private static void spin(String fault, BooleanSupplier fact) {
        long most = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!fact.getAsBoolean()) {
            if (System.nanoTime() > most) throw new AssertionError(fault);
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        http.stop();
        served.close();
        live.close();
    }
}
