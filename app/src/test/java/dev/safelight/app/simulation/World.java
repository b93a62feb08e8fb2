package dev.safelight.app.simulation;

import dev.safelight.app.simulation.follow.EventForm;
import dev.safelight.app.simulation.follow.Followers;
import dev.safelight.app.simulation.follow.Surroundings;
import dev.safelight.core.access.AccountLimits;
import dev.safelight.core.access.KeyLimits;
import dev.safelight.core.access.KeyText;
import dev.safelight.core.access.LimitChange;
import dev.safelight.core.access.Mode;
import dev.safelight.core.access.NewKey;
import dev.safelight.core.access.Principal;
import dev.safelight.core.access.SealedSecret;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.task.TaskChange;
import dev.safelight.core.webhook.EndpointId;
import dev.safelight.core.webhook.NewEndpoint;
import dev.safelight.core.webhook.Subscription;
import dev.safelight.store.sql.Db;
import dev.safelight.testkit.simulation.MemoryBlobs;
import dev.safelight.testkit.time.VirtualTime;

import org.jspecify.annotations.Nullable;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Everything that is simulated under one seed, and its clock. */
final class World implements AutoCloseable {
    private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
    private static final int RESTLESS = 200_000;

    /** The clock only moves when nothing is left to do, or jumps at most this far. */
    static final Duration HASTE = Duration.ofSeconds(3);

    final Random random;
    /** Each is as old as the server's clock says, over all its boots. */
    final MemoryBlobs blobs = new MemoryBlobs(this::now);

    final Faults faults;

    /** They stay when the process goes. */
    final Hearers hearers = new Hearers(this);

    final EventForm form = new EventForm(() -> process().server.store().reads());
    final Followers followers;
    final SlotWatch limits = new SlotWatch(this::rows, this::fail);
    private final VirtualTime time = new VirtualTime(START);
    private final String name;
    private final Db keeper;
    private Duration ahead = Duration.ZERO;
    private Boot process;
    private int turns;
    private boolean isHasty;
    private @Nullable Throwable broken;
    private @Nullable NewKey taken;

    World(long seed) {
        random = new Random(seed);
        faults = new Faults(random, blobs);
        followers = new Followers(
                new Surroundings(() -> process().server, random, faults::happens, this::fail));
        name = "seed-" + seed;
        keeper = connect(name);
        process = new Boot(name, this);
    }

    private static Db connect(String name) {
        try {
            var url = "jdbc:sqlite:file:" + name + "?mode=memory&cache=shared";
            return new Db(DriverManager.getConnection(url));
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    Boot process() {
        return process;
    }

    /** The rows, read behind the store's back. */
    Db rows() {
        return keeper;
    }

    /** As the process has it. */
    Instant now() {
        return process.now();
    }

    /** What the machine's clock shows: it may be wrong, and it may jump. */
    Instant wall() {
        return time.instant().plus(ahead);
    }

    /** The machine's monotonic clock. */
    long nanos() {
        return START.until(time.instant(), ChronoUnit.NANOS);
    }

    /** Somebody sets the machine's clock. */
    void jump(Duration by) {
        ahead = by;
    }

    void pass(Duration duration) {
        time.pass(duration);
    }

    /** Time passes though something is left to do: not twice, or it may be more than that. */
    void hasten(Duration duration) {
        if (isHasty) return;
        isHasty = true;
        pass(duration);
    }

    /** Kills the process and starts it again. */
    void restart() {
        process.kill();
        hearers.hangUp();
        followers.hangUp();
        process = new Boot(name, this);
    }

    /** The server tells of a commit. */
    void committed(List<TaskChange> changes) {
        limits.committed(changes);
        followers.committed(changes);
    }

    /** A caller was told what must not be. */
    void fail(Throwable promise) {
        if (broken == null) broken = promise;
    }

    /** Does one thing; lets time pass up to the given moment when there is nothing to do. */
    void turn(Instant atMost) {
        if (broken != null) throw new AssertionError("a caller found a promise broken", broken);
        if (++turns > RESTLESS) throw new AssertionError("it never rests");
        if (process.turn(random)) return;
        isHasty = false;
        followers.checkAtRest();
        var next = process.nextWake();
        pass(Duration.between(now(), next.isBefore(atMost) ? next : atMost));
    }

    /** Goes on until it is answered. */
    <T> T done(CompletableFuture<T> answer) {
        var patience = now().plus(Duration.ofMinutes(1));
        while (!answer.isDone() && now().isBefore(patience)) turn(patience);
        if (!answer.isDone()) throw new AssertionError("never answered");
        return answer.join();
    }

    /** An account that is told of its tasks, and whose feed is followed. */
    Principal account(long credits, KeyLimits limits) {
        var key = KeyText.mint(Mode.TEST, random);
        var begin = done(process.server.store().feed().end());
        taken = new NewKey("an account", Mode.TEST, key, new Credits(credits), limits);
        var who = done(process.server.store().accounts().open(taken));
        var ofAccount = new AccountLimits(limits.slots(), 1);
        this.limits.know(new LimitChange.OfAccount(who.account(), ofAccount));
        this.limits.know(new LimitChange.OfKey(who.key(), limits));
        var id = new EndpointId(process.server.ids().next(who.account().number()));
        var wanted = new Subscription(
                who.account(), null, "https://example.com/hook", "tools", Set.of());
        done(process.server
                .store()
                .endpoints()
                .add(new NewEndpoint(id, wanted, new SealedSecret("sealed"))));
        followers.follow(who.account(), begin);
        return who;
    }

    /** An operator sets a limit; it may get lost on the way, as all that is asked. */
    void change(LimitChange change) {
        limits.ask(change, process.server.store().limits().change(change));
    }

    /** An operator sets a limit, until it is sure to be in force. */
    void insist(LimitChange change) {
        limits.ask(change, process.server.store().limits().change(change));
        done(process.server.store().limits().change(change));
    }

    /** Asks for what cannot be written: all that is in one batch with it is taken back. */
    void spoilABatch() {
        if (taken != null) {
            var _ = process.server.store().accounts().open(taken);
        }
    }

    @Override
    public void close() {
        process.kill();
        keeper.close();
    }
}
