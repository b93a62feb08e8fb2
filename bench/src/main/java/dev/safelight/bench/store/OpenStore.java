package dev.safelight.bench.store;

import dev.safelight.app.Limits;
import dev.safelight.core.access.KeyLimits;
import dev.safelight.core.access.KeyText;
import dev.safelight.core.access.Mode;
import dev.safelight.core.access.NewKey;
import dev.safelight.core.access.Principal;
import dev.safelight.core.access.SealedSecret;
import dev.safelight.core.id.Id;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.task.Retries;
import dev.safelight.core.task.TaskRules;
import dev.safelight.core.webhook.EndpointId;
import dev.safelight.core.webhook.EndpointVerdict;
import dev.safelight.core.webhook.NewEndpoint;
import dev.safelight.core.webhook.Subscription;
import dev.safelight.store.sqlite.CommitGate;
import dev.safelight.store.sqlite.SqliteStore;
import dev.safelight.store.sqlite.StoreSettings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/** A store that is open on its own threads, as in the server. */
public final class OpenStore implements AutoCloseable {
    static final RandomGenerator CHANCE = () -> ThreadLocalRandom.current().nextLong();
    private static final int ACCOUNTS = 200;
    private static final int QUEUE = 20_000;
    private static final Credits GRANT = new Credits(1_000_000_000_000L);
    final SqliteStore store;
    final Thread writer;
    private final List<Stepper> steppers = new ArrayList<>();

    public OpenStore(Path file) {
        var stepper = new Stepper();
        var settings = new StoreSettings(
                new StoreSettings.Location.File(file), Limits.USUAL.store().withQueue(QUEUE));
        store = SqliteStore.open(
                settings,
                new SqliteStore.Surroundings(
                        new TaskRules(Retries.DEFAULT),
                        changes -> {},
                        stepper::wake,
                        Runnable::run,
                        CHANCE,
                        CommitGate.OPEN));
        writer = stepper.start("writer", store.writer());
        steppers.add(stepper);
        for (var step : store.beside()) {
            var beside = new Stepper();
            beside.start("beside", step);
            steppers.add(beside);
        }
    }

    public SqliteStore store() {
        return store;
    }

    /** Opens 200 accounts in an empty store, each with a key, credits and one endpoint. */
    public List<Principal> populate(int slots) {
        var principals = populateQuietly(slots);
        listen(principals);
        return principals;
    }

    /** The same without endpoints: nobody is told anything. */
    List<Principal> populateQuietly(int slots) {
        var opened = new ArrayList<CompletableFuture<Principal>>();
        for (int i = 0; i < ACCOUNTS; i++) {
            var key = KeyText.mint(Mode.LIVE, CHANCE);
            var limits = new KeyLimits(slots, 0, 0);
            opened.add(
                    store.accounts().open(new NewKey("bench-" + i, Mode.LIVE, key, GRANT, limits)));
        }
        return opened.stream().map(CompletableFuture::join).toList();
    }

    private void listen(List<Principal> principals) {
        var endpoints = new ArrayList<CompletableFuture<EndpointVerdict>>();
        for (var principal : principals) {
            var id = new EndpointId(new Id(CHANCE.nextLong(), CHANCE.nextLong()));
            var wanted = new Subscription(
                    principal.account(), null, "https://example.com/hook", "tools", Set.of());
            endpoints.add(
                    store.endpoints().add(new NewEndpoint(id, wanted, new SealedSecret("sealed"))));
        }
        endpoints.forEach(CompletableFuture::join);
    }

    @Override
    public void close() {
        for (var stepper : steppers) stepper.close();
        store.close();
    }
}
