package dev.safelight.app.simulation;

import dev.safelight.app.Assembly;
import dev.safelight.app.Driver;
import dev.safelight.app.Limits;
import dev.safelight.app.SteadyClock;
import dev.safelight.app.WebhookServices;
import dev.safelight.core.worker.Scratch;
import dev.safelight.core.worker.Worker;
import dev.safelight.core.worker.WorkerPorts;
import dev.safelight.core.worker.WorkerSettings;
import dev.safelight.store.sqlite.StoreSettings;
import dev.safelight.testkit.simulation.ActingEngine;
import dev.safelight.testkit.simulation.Mailbox;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/** One boot of the server: the assembly with two workers, driven turn by turn. */
final class Boot implements Driver {
    private static final List<String> NODES = List.of("node-1", "node-2");

    /** So few that most keys of a seed move to disk. */
    private static final int KEYS_IN_MEMORY = 4;

    /** So little that an account's log is read in many pieces. */
    private static final int STRETCH = 25;

    static final Duration LEASE = Duration.ofSeconds(15);

    final Assembly server;
    private final World world;
    private final Mailbox reads = new Mailbox();
    private final Mailbox answers = new Mailbox();
    private final List<VirtualWheel> wheels = new ArrayList<>();
    private final List<Machine> machines = new ArrayList<>();
    private final List<Worker> workers = new ArrayList<>();
    private final Sweeping sweep;
    private boolean killed;

    Boot(String name, World world) {
        this.world = world;
        var location = new StoreSettings.Location.Memory(name);
        var limits = Limits.USUAL.store().withQueue(10_000);
        var settings = new StoreSettings(
                location, limits.withKeysInMemory(KEYS_IN_MEMORY).withStretch(STRETCH));
        server = new Assembly(this, settings, world.faults);
        var ends = new WebhookServices.Ends(world.hearers, world.form, world::wall);
        var _ = new WebhookServices(server, this, ends, Limits.USUAL.outgoing().dispatch());
        sweep = new Sweeping(server.clock(), world.random, server.store().assets(), world.blobs);
        var fences = new Fences(world::fail);
        for (var node : NODES) {
            var machine = new Machine(server.clock(), fences, world::committed);
            machines.add(machine);
            workers.add(server.employ(
                    machine,
                    new WorkerSettings(node, LEASE, Duration.ofSeconds(1)),
                    List.of(new ActingEngine(new PlannedWork(machine.pace()))),
                    new WorkerPorts.Storage(world.blobs, new Scratch(Path.of("no-such-folder")))));
        }
    }

    @Override
    public InstantSource clock(Instant notBefore) {
        return new SteadyClock(world.wall(), notBefore, world::nanos);
    }

    @Override
    public RandomGenerator random() {
        return world.random;
    }

    @Override
    public Executor readers(int most) {
        return reads;
    }

    @Override
    public Executor handlers() {
        return answers;
    }

    @Override
    public Wheel wheel(String name) {
        var wheel = new VirtualWheel();
        wheels.add(wheel);
        return wheel;
    }

    Instant now() {
        return server.clock().instant();
    }

    boolean isKilled() {
        return killed;
    }

    /** Does one of the things that can be done now; false when there is none. */
    boolean turn(Random random) {
        var now = now();
        var able = new ArrayList<Runnable>();
        for (var wheel : wheels) {
            if (wheel.turns().isDue(now)) able.add(() -> wheel.turns().take(now));
        }
        if (!reads.isEmpty()) able.add(() -> reads.runOne(random));
        if (!answers.isEmpty()) able.add(() -> answers.runOne(random));
        if (world.hearers.canAnswer(now)) able.add(() -> world.hearers.answerOne(now));
        if (world.followers.canAsk(now)) able.add(() -> world.followers.askOne(now));
        for (var machine : machines) {
            if (machine.canHear(now)) able.add(machine::hear);
            if (machine.canStep(now)) able.add(() -> machine.step(now));
            if (machine.canRun(now)) able.add(() -> machine.run(random));
        }
        if (sweep.canGoOn()) able.add(sweep::goOn);
        if (able.isEmpty()) return false;
        able.get(random.nextInt(able.size())).run();
        return true;
    }

    /** When something happens if nobody does anything. */
    Instant nextWake() {
        var next = earlier(sweep.nextWake(), world.hearers.next());
        next = earlier(next, world.followers.nextWake());
        for (var wheel : wheels) next = earlier(next, wheel.turns().next());
        for (var machine : machines) next = earlier(next, machine.nextWake(now()));
        return next;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    Machine machine(Random random) {
        return machines.get(random.nextInt(machines.size()));
    }

    Sweeping sweep() {
        return sweep;
    }

    boolean isIdle() {
        return sweep.isOver()
                && machines.stream().allMatch(Machine::isIdle)
                && workers.stream().allMatch(worker -> worker.running() == 0);
    }

    /** Ends it where it stands: what is not on disk is gone, and nobody is told. */
    void kill() {
        killed = true;
        machines.forEach(Machine::kill);
        sweep.kill();
        server.close();
    }
}
