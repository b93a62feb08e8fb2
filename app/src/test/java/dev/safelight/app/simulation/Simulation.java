package dev.safelight.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.safelight.core.access.AccountLimits;
import dev.safelight.core.access.KeyLimits;
import dev.safelight.core.access.LimitChange;
import dev.safelight.core.ledger.Credits;
import dev.safelight.core.ledger.SpendLimits;
import dev.safelight.core.tool.EngineName;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;

/** A day in the life of the server under one seed: busy and faulty, then calm, then judged. */
final class Simulation {
    private static final int ACTS = 60;

    /** Longer than any plan, its retries and its hard deadline together. */
    private static final Duration CALM = Duration.ofMinutes(30);

    private static final Duration LONGEST_FREEZE = Duration.ofSeconds(60);

    /** So little that it is reached now and then. */
    private static final SpendLimits SPENDING =
            new SpendLimits(new Credits(150), Credits.ZERO, new Credits(400));

    private final World world;
    private final List<Caller> callers;

    private Simulation(World world) {
        this.world = world;
        callers = List.of(
                new Caller(world, world.account(300, new KeyLimits(0, 0, 0))),
                new Caller(world, world.account(2_000, new KeyLimits(2, 0, 0, SPENDING))),
                new Caller(world, world.account(100_000, new KeyLimits(3, 0, 0))));
    }

    /** Throws when a promise was broken. */
    static void run(long seed) {
        try (var world = new World(seed)) {
            var simulation = new Simulation(world);
            simulation.beBusy();
            simulation.calmDown();
            simulation.endure();
            new Judge(world, simulation.callers).judge();
            simulation.sweepAll();
        }
    }

    private void beBusy() {
        world.faults.set(true);
        var next = world.now();
        for (int acts = 0; acts < ACTS; ) {
            while (world.now().isBefore(next)) world.turn(next);
            callers.get(world.random.nextInt(callers.size())).act();
            acts++;
            breakSomething();
            // Mostly at once or soon, so that much comes together; at times after a while.
            next = world.now().plusMillis(pause());
            for (int i = world.random.nextInt(12); i > 0; i--) world.turn(world.now());
        }
    }

    private int pause() {
        return switch (world.random.nextInt(4)) {
            case 0, 1 -> 0;
            case 2 -> world.random.nextInt(500);
            default -> world.random.nextInt(6_000);
        };
    }

    private void breakSomething() {
        world.faults.maybeBreakBlobs();
        if (world.faults.happens(60)) world.spoilABatch();
        if (world.faults.happens(150)) world.change(drawLimit());
        if (world.faults.happens(25)) world.restart();
        if (world.faults.happens(100)) world.followers.join();
        if (world.faults.happens(150)) world.followers.cutOne();
        if (world.faults.happens(300)) world.process().sweep().begin();
        if (world.faults.happens(40)) {
            var seconds = 5 + world.random.nextInt(40);
            world.process().machine(world.random).freeze(world.now().plusSeconds(seconds));
        }
        if (world.faults.happens(40)) world.hasten(Duration.ofMillis(world.random.nextInt(2_000)));
        if (world.faults.happens(20)) world.jump(Duration.ofHours(world.random.nextInt(-24, 25)));
    }

    private LimitChange drawLimit() {
        int slots = 1 + world.random.nextInt(3);
        var who = callers.get(world.random.nextInt(callers.size())).who;
        return switch (world.random.nextInt(3)) {
            case 0 -> new LimitChange.OfAccount(who.account(), new AccountLimits(slots, slots));
            case 1 -> {
                var spend = world.random.nextBoolean() ? SPENDING : SpendLimits.NONE;
                yield new LimitChange.OfKey(who.key(), new KeyLimits(slots, 0, 0, spend));
            }
            default -> new LimitChange.OfEngine(EngineName.SANDBOX, slots);
        };
    }

    /** Whoever is last to begin something may. */
    private void liftLimits() {
        world.insist(new LimitChange.OfEngine(EngineName.SANDBOX, 0));
        var last = callers.getLast().who;
        world.insist(new LimitChange.OfAccount(last.account(), new AccountLimits(3, 1)));
        world.insist(new LimitChange.OfKey(last.key(), new KeyLimits(3, 0, 0)));
    }

    /**
     * Faults stop, callers repeat what they do not know, and all that was begun comes to its end.
     */
    private void calmDown() {
        world.faults.set(false);
        for (var caller : callers) {
            for (int tries = 0; !caller.unknown.isEmpty() && tries < 5; tries++) {
                List.copyOf(caller.unknown.values()).forEach(caller::submit);
                passUntil(world.now().plusSeconds(2));
            }
        }
        awaitCalm();
    }

    private void awaitCalm() {
        var patience = world.now().plus(CALM);
        while (!isCalm() && world.now().isBefore(patience))
            passUntil(world.now().plusSeconds(5));
    }

    /** Once every machine has woken up again. */
    private void endure() {
        passUntil(world.now().plus(LONGEST_FREEZE));
        liftLimits();
        var endurance = new Endurance(world, callers.getLast().who);
        endurance.begin();
        awaitCalm();
        endurance.judge();
    }

    /** I7: what is left after a sweep is what rows refer to, and all of that. */
    private void sweepAll() {
        world.pass(Duration.ofHours(2));
        world.process().sweep().begin();
        awaitCalm();
        var assets = world.process().server.store().assets();
        var wanted = new HashSet<String>();
        var page = world.done(assets.digests(Instant.EPOCH, null, 1_000));
        wanted.addAll(page.digests());
        while (page.next() != null) {
            page = world.done(assets.digests(Instant.EPOCH, page.next(), 1_000));
            wanted.addAll(page.digests());
        }
        assertThat(world.blobs.storedBefore(Instant.MAX, "", Integer.MAX_VALUE))
                .as("I7: files after a sweep")
                .containsExactlyInAnyOrderElementsOf(wanted);
    }

    private boolean isCalm() {
        var boot = world.process();
        return boot.isIdle()
                && boot.server.waits().size() == 0
                && world.followers.areSettled()
                && world.rows().number("SELECT count(*) FROM delivery WHERE state IN (0,4)") == 0
                && world.done(boot.server.store().reads().countLive()) == 0;
    }

    private void passUntil(Instant moment) {
        while (world.now().isBefore(moment)) world.turn(moment);
    }
}
