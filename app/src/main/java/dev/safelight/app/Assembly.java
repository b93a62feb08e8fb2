package dev.safelight.app;

import dev.safelight.core.engine.Engine;
import dev.safelight.core.estimate.Estimates;
import dev.safelight.core.feed.FeedFollowers;
import dev.safelight.core.id.Ids;
import dev.safelight.core.task.Fanout;
import dev.safelight.core.task.Previews;
import dev.safelight.core.task.Retries;
import dev.safelight.core.task.TaskFollowers;
import dev.safelight.core.task.TaskRules;
import dev.safelight.core.task.Tasks;
import dev.safelight.core.task.Waits;
import dev.safelight.core.time.Step;
import dev.safelight.core.tool.Catalog;
import dev.safelight.core.tool.Tool;
import dev.safelight.core.worker.Worker;
import dev.safelight.core.worker.WorkerPorts;
import dev.safelight.core.worker.WorkerSettings;
import dev.safelight.store.sqlite.CommitGate;
import dev.safelight.store.sqlite.SqliteStore;
import dev.safelight.store.sqlite.StoreSettings;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * The parts that every server has, put together by constructors alone. It starts no thread, reads
 * no clock and opens no port: a {@link Driver} keeps it going.
 */
public final class Assembly implements AutoCloseable {
    private static final int PAST_TASKS = 1_000;
    private static final Duration WAITS_TICK = Duration.ofMillis(250);

    private final Fanout commits = new Fanout();
    private final Driver driver;
    private final Driver.Wheel writing;

    /** What uses the store beside the writer, and so rests before the store is closed. */
    private final List<Driver.Wheel> beside = new ArrayList<>();

    private final SqliteStore store;
    private final InstantSource clock;
    private final Ids ids;
    private final Waits waits;
    private final Estimates estimates;
    private final TaskFollowers followers;
    private final FeedFollowers feedFollowers;
    private final Previews previews = new Previews();

    private static TaskRules rules() {
        var catalog = Catalog.load();
        return new TaskRules(
                Retries.DEFAULT, tool -> catalog.find(tool).map(Tool::deadline).orElse(null));
    }

    /**
     * Opens the store; its writer and the waits turn from here on.
     *
     * @param gate what each commit goes through
     */
    public Assembly(Driver driver, StoreSettings settings, CommitGate gate) {
        this.driver = driver;
        writing = driver.wheel("store-writer");
        store = SqliteStore.open(
                settings,
                new SqliteStore.Surroundings(
                        rules(),
                        commits,
                        writing::wake,
                        driver.readers(settings.limits().reads().threads()),
                        driver.random(),
                        gate));
        boolean whole = false;
        try {
            clock = driver.clock(store.lastInstant());
            ids = new Ids(clock, driver.random());
            waits = new Waits(store.reads(), driver.handlers());
            commits.add(waits);
            estimates = new Estimates(clock);
            store.eachLive(estimates::found);
            commits.add(estimates);
            followers = new TaskFollowers(store.reads(), driver.handlers());
            commits.add(followers);
            feedFollowers = new FeedFollowers(store.feed(), driver.handlers());
            commits.add(feedFollowers);
            writing.turn(store.writer(), clock);
            turnBeside("waits", now -> soon(now, waits.step(now)));
            turnBeside("feed", now -> soon(now, feedFollowers.step(now)));
            whole = true;
        } finally {
            if (!whole) close();
        }
    }

    /** Keeps a step going until the store is closed: its last call is over by then. */
    public void turnBeside(String name, Step step) {
        var wheel = driver.wheel(name);
        wheel.turn(step, clock);
        beside.add(wheel);
    }

    /**
     * The same of a step that has itself called.
     *
     * @param making gives the step what calls it soon
     */
    public <S extends Step> S turnWoken(String name, Function<Runnable, S> making) {
        var wheel = driver.wheel(name);
        var step = making.apply(wheel::wake);
        wheel.turn(step, clock);
        beside.add(wheel);
        return step;
    }

    /** A wait may begin at any moment, so this looks again soon. */
    private static Instant soon(Instant now, Instant next) {
        var soon = now.plus(WAITS_TICK);
        return next.isBefore(soon) ? next : soon;
    }

    /** Lets a worker work at the station. */
    public Worker employ(
            Driver.Station station,
            WorkerSettings settings,
            List<? extends Engine> engines,
            WorkerPorts.Storage storage) {
        var wheel = station.wheel();
        var worker = new Worker(
                settings,
                engines,
                new WorkerPorts(
                        station.reach(store.tasks()), store.jobs(), storage, previews, ids, clock),
                station.runs(),
                station.pace(),
                wheel::wake);
        commits.add(station.tell(worker));
        wheel.turn(worker, clock);
        return worker;
    }

    public SqliteStore store() {
        return store;
    }

    public InstantSource clock() {
        return clock;
    }

    public Ids ids() {
        return ids;
    }

    public RandomGenerator random() {
        return driver.random();
    }

    public Waits waits() {
        return waits;
    }

    /** What ran before the start is known beside everything else: a start waits for no history. */
    void learnFromPastRuns() {
        var _ = store.pastRuns().last(PAST_TASKS).thenAccept(estimates::learn);
    }

    public Estimates estimates() {
        return estimates;
    }

    public TaskFollowers followers() {
        return followers;
    }

    public FeedFollowers feedFollowers() {
        return feedFollowers;
    }

    /** Answers everybody who waits for something, as it is now. */
    public void answerWaiting() {
        waits.drain();
        feedFollowers.drain();
    }

    /** What callers can do with tasks, which go to the engines that are offered. */
    public Tasks tasks(Tasks.Offer offer) {
        return new Tasks(store.tasks(), store.reads(), ids, offer, previews);
    }

    /** Ends what uses the store after the step under way, the writer last, and closes the store. */
    @Override
    public void close() {
        beside.forEach(Driver.Wheel::stop);
        writing.stop();
        store.close();
    }
}
